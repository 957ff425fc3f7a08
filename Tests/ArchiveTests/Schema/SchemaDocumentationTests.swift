import Archive
import Foundation
import Testing

/// The schema's page and a new archive are held against each other, both ways.
@Suite("Documentation/Schema.md") struct SchemaDocumentationTests {
  private let page: String
  private let archive: ArchiveStore

  init() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    page = try String(contentsOf: root.appending(path: "Documentation/Schema.md"), encoding: .utf8)
    archive = try ArchiveStore.inMemory()
  }

  /// What the page says of each table: its columns, with those that stand beside dates and amounts.
  private func documented() throws -> [String: Set<String>] {
    var tables: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells[0].matches(of: /`(\w+)`/).map { String($0.output.1) }
      for name in names {
        tables[name] = try columns(of: name, in: cells[1...].joined(separator: "|"))
      }
    }
    return tables
  }

  private func columns(of table: String, in text: String) throws -> Set<String> {
    let actual = try actualColumns(of: table)
    if let own = text.firstMatch(of: try Regex("`\(table)\\(([^)]*)\\)`"))?.output[1].substring {
      return Set(own.split(separator: ", ").map(String.init))
    }
    var columns: Set<String> = []
    for match in text.matches(of: /`(\w+)`(?: \(([^)]*\+)?[^)]*\))?/) {
      // Where one row documents several tables, "`a` / `b`" gives each its own.
      let name = String(match.output.1)
      let isShared = text.contains("/ `\(name)`") || text.contains("`\(name)` /")
      if isShared && !actual.contains(name) { continue }
      columns.insert(name)
      guard match.output.2 != nil else { continue }
      let ends = actual.contains(name + "_lowest") ? ["_lowest", "_highest"] : ["_earliest", "_latest"]
      columns.formUnion(ends.map { name + $0 })
    }
    return columns
  }

  private func actualColumns(of table: String) throws -> Set<String> {
    Set(try archive.rows("SELECT name FROM pragma_table_info(:table)", ["table": table]).map { $0[0] })
  }

  @Test("names every table, view and column as it is, and no other")
  func tables() throws {
    let documented = try documented()
    let own = try archive.rows(
      """
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual', 'view')
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
      """
    ).map { $0[0] }
    #expect(Set(own).symmetricDifference(documented.keys) == [])
    for (table, columns) in documented {
      let difference = try actualColumns(of: table).symmetricDifference(columns)
      #expect(difference == [], "\(table)")
    }
  }

  @Test("keeps days in the form it says, in the order of time")
  func days() throws {
    let archive = try ArchiveStore.holding(
      say(.actor, "x", ["founded": "-0300", "dissolved": "Y12000"]),
      say(.actor, "y", ["founded": "[1982..1989]"]),
      say(.flow, "f", ["quantity": "150+", "value": "<3", "affected": "9..12"]))
    #expect(
      try archive.rows(
        "SELECT founded, founded_earliest, founded_latest, dissolved, dissolved_latest FROM actor")
        == [
          ["-0300", "0000-01-01", "0000-01-01", "Y12000", "9999-12-31"],
          ["[1982..1989]", "1982-01-01", "1989-12-31", "", ""],
        ])
    #expect(
      try archive.rows(
        "SELECT quantity_lowest, quantity_highest, value_lowest, value_highest, affected_highest FROM flow")
        == [["150", "", "", "3", "12"]])
  }
}
