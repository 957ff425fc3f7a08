import Foundation
import TestSupport
import Testing

@Suite("Making an archive")
struct InitTests {
  @Test("gives an empty one that is sound")
  func empty() throws {
    let folder = try ScratchFolder()
    #expect(try Program.run(["init", "--archive", "mine.entente"], in: folder).code == 0)
    #expect(try Program.run(["check", "--archive", "mine.entente"], in: folder).code == 0)
    let count = try Program.run(
      ["query", "SELECT count(*) AS n FROM statement", "--format", "csv", "--archive", "mine.entente"],
      in: folder)
    #expect(count.output == "n\n0\n")
  }

  @Test("leaves a file that is there as it is", arguments: ["text", "archive"])
  func existing(kind: String) throws {
    let folder = try ScratchFolder()
    if kind == "text" {
      try folder.write("my notes", to: "mine.entente")
    } else {
      #expect(try Program.run(["init", "--archive", "mine.entente"], in: folder).code == 0)
    }
    let before = try Data(contentsOf: URL(filePath: folder.path + "/mine.entente"))
    let run = try Program.run(["init", "--bundled", "--archive", "mine.entente"], in: folder)
    #expect(run.code == 4 && run.errors.contains("exists already"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/mine.entente")) == before)
    #expect(try folder.files() == ["mine.entente"])
  }

  /// A home whose evidence breaks off in the second file.
  @Test("leaves nothing behind when the evidence is broken")
  func broken() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "sources: sources.json\nladders: []\nmappings: [good.yml, bad.yml]\n", to: "home/Evidence/evidence.yml")
    try folder.write(
      #"[{"id": "s", "type": "report", "title": "A survey"}]"#, to: "home/Evidence/sources.json")
    for (name, table) in [("good", "id,name\nit,Italy\n"), ("bad", "id,name\nfr,France,too much\n")] {
      try folder.write(table, to: "home/Evidence/\(name).csv")
      try folder.write(mapping(name), to: "home/Evidence/\(name).yml")
    }
    let before = try folder.files()
    let run = try Program.run(
      ["init", "--bundled", "--archive", "mine.entente"],
      environment: ["ENTENTE_HOME": folder.path + "/home"], in: folder)
    #expect(run.code == 3)
    #expect(run.errors.contains("bad.csv:2: found '3 fields', expected 2, as in the header"), "\(run.errors)")
    #expect(try folder.files() == before)
    let again = try Program.run(["init", "--archive", "mine.entente"], in: folder)
    #expect(again.code == 0)
  }

  @Test("says where it looked when there is no evidence")
  func homeless() throws {
    let folder = try ScratchFolder()
    let run = try Program.run(["init", "--bundled"], environment: ["ENTENTE_HOME": folder.path], in: folder)
    #expect(run.code == 3 && run.errors.contains(folder.path) && run.errors.contains("ENTENTE_HOME"))
    #expect(try folder.files() == [])
  }

  @Test("goes where ENTENTE_ARCHIVE says, unless --archive says otherwise")
  func environment() throws {
    let folder = try ScratchFolder()
    let environment = ["ENTENTE_ARCHIVE": "named.entente"]
    #expect(try Program.run(["init"], environment: environment, in: folder).output.contains("named.entente"))
    #expect(try Program.run(["check"], environment: environment, in: folder).code == 0)
    #expect(
      try Program.run(["check", "--archive", "other.entente"], environment: environment, in: folder).code == 4
    )
    #expect(try Program.run(["init"], in: folder).code == 0)
    #expect(try Set(folder.files()).isSuperset(of: ["named.entente", "observatory.entente"]))
  }

  private func mapping(_ name: String) -> String {
    """
    file: \(name).csv
    source: {value: s}
    locator: {value: p. 1}
    entities:
      - kind: actor
        id: "{id}"
        says: {name: {column: name}, kind: {value: state}}
    """
  }
}
