import Foundation
import TestSupport
import Testing

@Suite("entente serve")
struct ServeTests {
  /// Starts it on a free port and gives the address that it prints.
  private static func start(_ folder: ScratchFolder, port: String = "0") throws -> (
    process: Process, address: String?
  ) {
    let process = try Shell.start(
      [Program.path, "serve", "--port", port, "--archive", try BundledFile.path()], in: folder,
      output: "said",
      environment: ["ENTENTE_HOME": Project.root])
    _ = Shell.wait { !process.isRunning || ((try? folder.read("said")) ?? "").contains("\n") }
    let said = try folder.read("said")
    return (process, said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.0) })
  }

  private static func fetch(_ address: String) -> (status: Int, text: String)? {
    let folder = try? ScratchFolder()
    guard let folder, let run = try? Shell.run("curl -s -w '%{http_code}' \(address)", in: folder) else {
      return nil
    }
    return (Int(run.said.suffix(3)) ?? 0, String(run.said.dropLast(3)))
  }

  @Test("prints its address, answers there, and ends with 0 on Ctrl-C; a second one on the port is told so")
  func serves() throws {
    let folder = try ScratchFolder()
    let (process, address) = try Self.start(folder)
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let home = try #require(address)
    let page = try #require(Self.fetch(home + "actor/pl-lodz"))
    #expect(page.status == 200 && page.text.contains("<bdi>Łódź</bdi>"))
    let port = try #require(home.split(separator: ":").last.map { String($0.dropLast()) })
    let second = try Program.run(
      ["serve", "--port", port, "--archive", BundledFile.path()], in: ScratchFolder())
    #expect(second.code == 3)
    #expect(
      second.errors.hasPrefix(
        "entente: cannot listen on 127.0.0.1, port \(port): another program listens there."))
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test("shows what another program has written meanwhile")
  func follows() throws {
    let folder = try ScratchFolder()
    let copy = folder.path + "/copy.entente"
    #expect(try Program.run(["backup", "--archive", BundledFile.path(), copy], in: folder).code == 0)
    let process = try Shell.start(
      [Program.path, "serve", "--port", "0", "--archive", copy], in: folder, output: "said",
      environment: ["ENTENTE_HOME": Project.root])
    defer { kill(process.processIdentifier, SIGKILL) }
    _ = Shell.wait { ((try? folder.read("said")) ?? "").contains("\n") }
    let address = try #require(try folder.read("said").firstMatch(of: /http:[^ ]+/).map { String($0.0) })
    let before = try #require(Self.fetch(address + "api/v1/actors/pl-lodz"))
    #expect(before.text.contains("12000 or 11700"))
    let retraction = try Program.run(
      ["retract", "--archive", copy, "--reason", "a trial", "s-qaj7dh47erbf"], in: folder)
    #expect(retraction.code == 0)
    let after = try #require(Self.fetch(address + "api/v1/actors/pl-lodz"))
    #expect(after.text.contains("12000") && !after.text.contains("12000 or 11700"))
  }

  @Test("explores a table whose command, typed into a shell, prints the very bytes of its CSV")
  func explores() throws {
    let folder = try ScratchFolder()
    let (process, address) = try Self.start(folder)
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let home = try #require(address)
    for query in [
      "rows=country&columns=kind&established=2014%2F2017", "count=quantities&happened=2020&policy=lowest",
      "rows=period&periods=1982%2F1989,1991%2F1999&within=Sichuan&scope=all&margins=no",
      "count=events&columns=year&within=Emilia-Romagna&known-at=2100-01-01",
    ] {
      let page = try #require(Self.fetch("'\(home)explore?\(query)'"))
      let shown = try #require(page.text.firstMatch(of: /<pre><code>(entente table.*?)<\/code>/)?.1)
      let command = String(shown).replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing(
        "&amp;", with: "&"
      )
      .replacing("bundled.entente", with: try BundledFile.path())
      let run = try Shell.run(
        command.replacing(
          "entente table", with: "ENTENTE_HOME='\(Project.root)' '\(Program.path)' table", maxReplacements: 1)
          + " --format csv", in: folder)
      let csv = try #require(Self.fetch("'\(home)api/v1/table?\(query)&format=csv'"))
      #expect(csv.status == 200 && run.said == csv.text && csv.text.contains(","), "\(command)")
    }
  }

  @Test("with --edit prints where to enter, and lets nobody else in")
  func edits() throws {
    let folder = try ScratchFolder()
    let copy = folder.path + "/copy.entente"
    #expect(try Program.run(["backup", "--archive", BundledFile.path(), copy], in: folder).code == 0)
    let process = try Shell.start(
      [Program.path, "serve", "--edit", "--port", "0", "--archive", copy], in: folder, output: "said",
      environment: ["ENTENTE_HOME": Project.root])
    defer { kill(process.processIdentifier, SIGKILL) }
    _ = Shell.wait { ((try? folder.read("said")) ?? "").contains("edits it") }
    let said = try folder.read("said")
    let address = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.0) })
    // 128 random bits at least.
    let token = try #require(said.firstMatch(of: /edit\?token=([0-9a-f]{32,})/)?.1)
    #expect(Self.fetch(address + "edit")?.status == 403)
    #expect(Self.fetch(address + "edit?token=\(token.dropLast())0x")?.status == 403)
    let entered = try Shell.run(
      "curl -s -L -c jar -b jar -o page -w '%{http_code} %{url_effective}' '\(address)edit?token=\(token)'",
      in: folder)
    #expect(entered.said == "200 \(address)edit")
    #expect(try folder.read("page").contains("import of flows.csv"))
    #expect(
      try Shell.run("curl -s -b jar \(address)actor/pl-lodz", in: folder).said.contains("/edit/withdraw"))
    #expect(try #require(Self.fetch(address + "actor/pl-lodz")).text.contains("/edit") == false)
  }

  @Test("with --edit is refused where others than this machine could reach it")
  func reachable() throws {
    for host in ["0.0.0.0", "192.168.1.2", "::", "example.org"] {
      let run = try Program.run(
        ["serve", "--edit", "--host", host, "--port", "0", "--archive", BundledFile.path()],
        in: ScratchFolder())
      #expect(run.code == 2 && run.errors.contains("--edit goes with this machine alone"), "\(host)")
    }
  }

  @Test(
    "with --code prints an address for each coder and one for who decides; what stands behind it is theirs")
  func codes() throws {
    let folder = try ScratchFolder()
    try folder.write("id,text\nd1,one\nd2,two\n", to: "news.csv")
    try folder.write("id,name\naid,Aid\n", to: "book.csv")
    for line in [
      "init", "corpus import news.csv --name news --id id --text text",
      "codebook import book.csv --name themes",
    ] {
      #expect(try Program.run(line.split(separator: " ").map(String.init), in: folder).code == 0)
    }
    let early = try Program.run(["serve", "--code", "news", "--port", "0"], in: folder)
    #expect(early.code == 2 && early.errors.contains("entente code assign"), "\(early.errors)")
    let wave = try Program.run(["code", "assign", "news", "--coders", "Ann,Ben"], in: folder)
    #expect(wave.code == 0)
    #expect(try Program.run(["serve", "--code", "news", "--wave", "2", "--port", "0"], in: folder).code == 2)
    #expect(try Program.run(["serve", "--wave", "1", "--port", "0"], in: folder).code == 2)
    let process = try Shell.start(
      [Program.path, "serve", "--code", "news", "--port", "0", "--archive", "observatory.entente"],
      in: folder,
      output: "said", environment: ["ENTENTE_HOME": Project.root])
    defer { kill(process.processIdentifier, SIGKILL) }
    _ = Shell.wait { ((try? folder.read("said")) ?? "").contains("decides where") }
    let said = try folder.read("said")
    let address = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.0) })
    let tokens = said.matches(of: /code\?token=([0-9a-f]{64}) (codes as (Ann|Ben)|decides)/)
    #expect(tokens.map { $0.2 } == ["codes as Ann", "codes as Ben", "decides"])
    #expect(Set(tokens.map { $0.1 }).count == 3)
    #expect(Self.fetch(address + "code")?.status == 403)
    let entered = try Shell.run(
      "curl -s -L -c jar -b jar -w '%{http_code} %{url_effective}' '\(address)code?token=\(tokens[1].1)'",
      in: folder)
    #expect(entered.said.contains("Ben, you code documents of news"))
    #expect(entered.said.hasSuffix("200 \(address)code"))
  }

  @Test("with --code is refused where others than this machine could reach it")
  func codesHere() throws {
    let run = try Program.run(
      ["serve", "--code", "news", "--host", "0.0.0.0", "--port", "0"], in: ScratchFolder())
    #expect(run.code == 2 && run.errors.contains("--code goes with this machine alone"))
  }
}
