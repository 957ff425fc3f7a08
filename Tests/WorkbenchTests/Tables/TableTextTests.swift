import Diplomacy
import Foundation
import Interchange
import Testing
import Workbench

@Suite("A table as text")
struct TableTextTests {
  private static func table() throws -> CrossTable {
    try PartnershipTable(rows: .country, columns: .chineseProvince).answer(from: SmallWorld.archive())
  }

  @Test("in Markdown has a line a row, bounds with a dash, and dots for zeros")
  func markdown() throws {
    let lines = Grid(try Self.table()).markdown.split(separator: "\n").map(String.init)
    #expect(lines[1] == "| Country | China | Xia | Yan | Total |")
    #expect(lines.contains("| Italy   |     · | 1–2 | 0–2 |   2–3 |"))
    #expect(lines.contains("| Total   |     1 | 2–3 | 1–2 |     5 |"))
  }

  @Test("in JSON has keys, names and numbers")
  func json() throws {
    let text = CrossTableJSON.text(try Self.table(), under: .undecided)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let cells = try #require(object["cells"] as? [[String: Any]])
    let italy = try #require(
      cells.first { $0["row"] as? String == "it" && $0["column"] as? String == "cn-x" })
    #expect(italy["certain"] as? Double == 1 && italy["possible"] as? Double == 2)
    #expect((object["total"] as? [String: Any])?["certain"] as? Double == 5)
    #expect(!cells.contains { $0["row"] as? String == "it" && $0["column"] as? String == "cn" })
  }
}
