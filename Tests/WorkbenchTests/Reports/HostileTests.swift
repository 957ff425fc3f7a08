import Archive
import Diplomacy
import Foundation
import TestSupport
import Testing
import Workbench

/// What a record may hold when somebody means ill, or has copied too much.
@Suite("The report on a hostile record")
struct HostileTests {
  private static let names = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onclick='alert(1)",
    "</table></main><h1>ha</h1>",
    "\u{202E}desrever", "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "a,b\n\"c\"", "&lt;b&gt;",
    "javascript:alert(1)",
    "| a | b |", "]]>", "{{x}}",
  ]

  private static func archive() throws -> ArchiveStore {
    try SmallRecord.archive(
      names.enumerated().map { index, name in
        try SmallRecord.statement(
          "observation o\(index)", [("measure", name.replacing("|", with: "¦")), ("value", "1")],
          locator: name, note: name)
      }, titled: names[0] + names[1])
  }

  private static func study() throws -> Study {
    let evil = #"<script>alert("study")</script>"#.replacing("\"", with: "\\\"")
    return try StudyFile.read(
      """
      study: hostile
      title: "\(evil)"
      source: survey
      about: "\(evil)"
      tables:
        - {id: t, title: "\(evil)", rows: "\(evil)", columns: c, totals: both, note: "\(evil)", sql: "SELECT measure AS row, id AS
           column, 1 AS certain, 1 AS possible, '<b>9</b>' AS published FROM observation"}
      figures:
        - {id: f, title: "\(evil)", alt: "\(evil)", sql: "SELECT measure FROM observation", vegalite: {mark: bar}}
      checks:
        - sql: SELECT 2 AS certain, 2 AS possible, json_group_array(id) AS statements FROM live_statement
          figures: [{id: "F", published: 1, unit: "\(evil)", locator: "\(evil)", says: "\(evil)", why: "\(evil)"}]
        - missing: "\(evil)"
          figures: [{id: G, published: 1, locator: p, says: s}]
      """, name: "study.yml")
  }

  private static func report() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    _ = try Report(archive(), home: Project.home()).write(
      [study()], to: folder.path, withFigures: false, told: { _ in })
    return folder
  }

  @Test("is plain text on every page: no element and no attribute comes from the record")
  func html() throws {
    let folder = try Self.report()
    let known = try WrittenReport.pages()
    let elements = Set(known.flatMap(\.page.elements))
    for file in try folder.files() where file.hasSuffix(".html") {
      let page = Page(text: try folder.read(file))
      #expect(Set(page.elements).subtracting(elements) == [], "\(file)")
      #expect(!page.elements.contains("script") && page.elements.count { $0 == "h1" } == 1, "\(file)")
      #expect(page.text.matches(of: /\son[a-z]+=["']/).isEmpty, "\(file)")
      #expect(page.values(of: "href").allSatisfy { !$0.hasPrefix("javascript") }, "\(file)")
    }
    #expect(try folder.read("sources/survey.html").contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test("is defused in CSV: no cell begins as a formula, and every cell is read back whole")
  func csv() throws {
    let folder = try Self.report()
    for file in try folder.files() where file.hasSuffix(".csv") {
      let records = try Spreadsheet.records(of: folder.read(file))
      #expect(records.count >= Self.names.count, "\(file)")
      for cell in records.flatMap(\.values) {
        let isNumber = Double(cell) != nil
        #expect(isNumber || cell.first.map { !"=+-@\t\r".contains($0) } ?? true, "\(file): \(cell)")
      }
    }
    let table = try Spreadsheet.records(of: folder.read("tables/hostile-t.csv"))
    #expect(table.contains { $0["row"] == "'+1+1" })
    #expect(table.contains { $0["row"] == "a,b\n\"c\"" })
  }

  @Test("is valid JSON that says what the record says")
  func json() throws {
    let folder = try Self.report()
    for file in try folder.files() where file.hasSuffix(".json") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(try folder.read(file).utf8)) }
    }
    let results = try JSONSerialization.jsonObject(with: Data(folder.read("results.json").utf8))
    let study = ((results as? [String: Any])?["studies"] as? [[String: Any]])?.first
    let checks = study?["checks"] as? [[String: Any]]
    #expect(checks?.first?["says"] as? String == #"<script>alert("study")</script>"#)
  }

  @Test(
    "does not write outside its folder, whatever a source is called",
    arguments: ["../../outside", "../outside", "a/b", "..", "/outside"])
  func outside(id: String) throws {
    let archive = try ArchiveStore.inMemory()
    let source = Source(
      id: SourceID(id), title: "A survey", issued: nil, csl: #"{"id":"x","title":"t","type":"report"}"#)
    try archive.append(
      Delivery(batch: Batch(kind: .import, file: "hand"), sources: [source]), at: SmallRecord.moment)
    let around = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: around.path + "/report", withIntermediateDirectories: true)
    _ = try? Report(archive, home: Project.home()).write(
      [], to: around.path + "/report", withFigures: false, told: { _ in })
    #expect(try around.files().filter { !$0.hasPrefix("report/") } == [])
    #expect(!FileManager.default.fileExists(atPath: "/outside.html"))
    let inside = try around.files().filter { $0.hasPrefix("report/") && $0.hasSuffix(".html") }
    #expect(inside.allSatisfy { $0.split(separator: "/").count == 2 || $0.hasPrefix("report/sources/") })
  }
}
