import Archive
import Interchange
import Workbench

/// A source, and its part of the record.
struct SourceShare: Sendable {
  let id: String
  let title: String
  let issued: String
  /// How many statements cite it, retracted ones left out, and of how many entities they speak.
  let statements: Int
  let entities: Int
  /// Its part of all statements on record, in per cent; nil where there are none.
  let share: Double?

  /// Those with the most statements first.
  static func all(in archive: ArchiveStore) throws -> [SourceShare] {
    let rows = try archive.sourceShares().rows
    let all = rows.map { $0[3].number ?? 0 }.reduce(0, +)
    return rows.map { row in
      let count = row[3].number ?? 0
      return SourceShare(
        id: row[0].text, title: row[2].text, issued: row[1] == .null ? "" : row[1].text,
        statements: Int(count),
        entities: Int(row[4].number ?? 0), share: all > 0 ? (count / all * 1000).rounded() / 10 : nil)
    }
  }

  var value: JSON {
    [
      "id": .string(id), "title": .string(title), "issued": .string(issued),
      "statements": .integer(Int64(statements)), "entities": .integer(Int64(entities)),
      "share": share.map(JSON.number) ?? .null,
    ]
  }

  static func table(_ shares: [SourceShare]) -> Grid {
    Grid(
      header: ["id", "title", "issued", "statements", "entities", "share"],
      rows: shares.map {
        [$0.id, $0.title, $0.issued, "\($0.statements)", "\($0.entities)", $0.share.map { "\($0)" } ?? ""]
      })
  }
}
