import Foundation
import TestSupport
import Testing

@Suite("The command line prints")
struct OutputTests {
  private static let tables: [[String]] = [
    ["sources"], ["log"], ["find", "Guangdong"],
    ["query", "SELECT id, established, agreement FROM partnership"],
    ["table", "--rows", "country", "--established", "2014/2017"], ["table", "--count", "events"],
    ["table", "--count", "quantities", "--within", "cn-chengdu"],
  ]

  private static func run(_ arguments: [String], _ format: String) throws -> Program.Run {
    let run = try Program.run(
      arguments + ["--format", format, "--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 0 && run.errors.isEmpty)
    return run
  }

  @Test("Markdown whose rows have as many cells as the header", arguments: tables)
  func markdown(arguments: [String]) throws {
    let rows = try Self.run(arguments, "markdown").lines.filter { $0.hasPrefix("|") }
    #expect(rows.count > 2)
    let cells = rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
    #expect(Set(cells).count == 1)
    #expect(rows[1].allSatisfy { "|-: ".contains($0) })
  }

  @Test("CSV with as many fields in every record", arguments: tables)
  func csv(arguments: [String]) throws {
    let text = try Self.run(arguments, "csv").output
    #expect(try Spreadsheet.records(of: text).count > 1)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test("JSON, by --json too", arguments: tables)
  func json(arguments: [String]) throws {
    let run = try Self.run(arguments, "json")
    #expect(throws: Never.self) { try run.json() }
    let short = try Program.run(
      arguments + ["--json", "--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(short.output == run.output)
  }

  @Test("HTML of one table, everything closed", arguments: tables)
  func html(arguments: [String]) throws {
    let text = try Self.run(arguments, "html").output
    for element in ["table", "thead", "tbody", "tr", "td", "th"] {
      let opened = text.matches(of: try Regex("<\(element)[ >]")).count
      let closed = text.matches(of: try Regex("</\(element)>")).count
      #expect(opened > 0 && opened == closed, "\(element)")
    }
  }

  @Test(
    "JSON of what is contradicted, checked and found wrong",
    arguments: [
      (["contradictions"], 61), (["study", "check", "--all"], 470), (["check"], 0),
    ])
  func others(arguments: [String], count: Int) throws {
    let run = try Program.run(
      arguments + ["--json", "--archive", BundledFile.path()], in: BundledFile.folder())
    #expect((try run.json() as? [Any])?.count == count)
  }

  @Test("JSON of what is shown: the city, its three partnerships and both numbers of masks")
  func shown() throws {
    let run = try Program.run(
      ["show", "Łódź", "--json", "--archive", BundledFile.path()], in: BundledFile.folder())
    let json = try #require(try run.json() as? [String: Any])
    #expect(json["id"] as? String == "pl-lodz" && json["kind"] as? String == "actor")
    #expect((json["partnerships"] as? [Any])?.count == 3)
    let flows = (json["events"] as? [[String: Any]] ?? []).flatMap { $0["flows"] as? [String] ?? [] }
    #expect(flows.contains { $0.contains("12000") && $0.contains("11700") })
  }

  @Test("JSON of whole numbers keeps all their digits")
  func digits() throws {
    let run = try Program.run(
      ["query", "SELECT 9007199254740993 AS n", "--json", "--archive", BundledFile.path()],
      in: BundledFile.folder())
    #expect(run.output.contains("9007199254740993"))
  }

  @Test("the same table for 2014 to 2017 in each format")
  func same() throws {
    let arguments = ["table", "--rows", "country", "--established", "2014/2017"]
    let csv = try Spreadsheet.records(of: Self.run(arguments, "csv").output)
    #expect(csv.first { $0["Country"] == "Total" }?["Total"] == "48")
    let json = try #require(try Self.run(arguments, "json").json() as? [String: Any])
    #expect((json["total"] as? [String: Any])?["certain"] as? Double == 48)
    #expect(
      try Self.run(arguments, "markdown").lines.contains {
        $0.hasPrefix("| Total ") && $0.hasSuffix("|    48 |")
      })
  }

  @Test("through a lens: one policy settles what the sources leave open, and the archive stays as it is")
  func lens() throws {
    let sql = "SELECT quantity FROM flow WHERE id = 'ev-083/masks'"
    func quantity(_ options: String...) throws -> String? {
      try Program.run(
        ["query", sql, "--format", "csv", "--archive", BundledFile.path()] + options, in: BundledFile.folder()
      ).lines.last
    }
    #expect(try quantity("--policy", "lowest") == "11700")
    #expect(try quantity("--policy", "highest") == "12000")
    #expect(try quantity("--known-at", "2020-01-01T00:00:00.000Z") == "quantity")
    #expect(try quantity() != "11700")
  }
}
