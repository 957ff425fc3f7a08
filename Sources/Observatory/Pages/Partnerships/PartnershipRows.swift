import Archive
import Chronology
import Interchange
import Workbench

/// A page of the ledger of partnerships.
struct PartnershipRows: Sendable {
  struct Row: Sendable {
    let id: String
    let title: String
    let kind: String?
    /// As EDTF; nil where nothing is said.
    let established: String?
    /// Whether it is one of those looked for however the record is read.
    let isCertain: Bool
  }

  let count: Count
  let rows: [Row]
  /// How many there are before the next page; nil on the last.
  let next: Int?
  private let filter: PartnershipFilter

  init(_ filter: PartnershipFilter, _ index: PartnershipIndex, in record: Record) throws {
    let list = try filter.list(index, in: record)
    let entries = list.entries(from: filter.first, atMost: PartnershipFilter.page)
    rows = entries.map { entry in
      Row(
        id: index.id(entry), title: index.title(entry), kind: index.kind(entry),
        established: index.established(entry), isCertain: entry.isCertain)
    }
    count = list.count
    let last = filter.first + rows.count
    next = last < list.count.possible && !rows.isEmpty ? last : nil
    self.filter = filter
  }

  var value: JSON {
    let next = next.map { JSON.string(filter.address("/api/v1/partnerships", from: $0)) }
    return .object([
      .init("count", Self.value(count)), .init("partnerships", .array(rows.map(Self.value))),
      .init("next", next ?? .null),
    ])
  }

  private static func value(_ row: Row) -> JSON {
    func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    return .object([
      .init("id", .string(row.id)), .init("title", .string(row.title)), .init("kind", text(row.kind)),
      .init("established", text(row.established)), .init("isCertain", .boolean(row.isCertain)),
    ])
  }

  static func value(_ count: Count) -> JSON {
    .object([
      .init("certain", .integer(Int64(count.certain))), .init("possible", .integer(Int64(count.possible))),
    ])
  }

  var table: Grid {
    Grid(
      header: ["id", "title", "kind", "established", "certain"],
      rows: rows.map { [$0.id, $0.title, $0.kind ?? "", $0.established ?? "", $0.isCertain ? "yes" : "no"] })
  }
}
