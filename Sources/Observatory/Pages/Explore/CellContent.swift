import Archive
import Diplomacy
import Interchange
import Workbench

/// What stands behind a cell: a page of the partnerships, events or flows, certainly or possibly in it.
struct CellContent: Sendable {
  struct Item: Sendable {
    let id: String
    let title: String
    let isCertain: Bool
  }

  let inquiry: Inquiry
  let row: String?
  let column: String?
  /// What the keys are called.
  let names: [String: String]
  let certain: Int
  let possible: Int
  let items: [Item]
  /// The last of this page, after which there are more; nil at the end.
  let next: String?
  let kind: EntityKind

  init(_ ask: Ask, _ record: Record) throws {
    inquiry = try Inquiry(ask)
    row = try ask.query["row"].map { _ in try ask.text("row", atMost: 300) }
    column = try ask.query["column"].map { _ in try ask.text("column", atMost: 300) }
    let size = try ask.number("limit", in: 1...1000, otherwise: 100)
    let archive = try inquiry.archive(record)
    let members = try inquiry.question.members(row: row, column: column, in: archive, memory: record.memory)
    certain = members.count(where: \.isCertain)
    possible = members.count
    var start = 0
    if let after = ask.query["after"] {
      guard let last = members.firstIndex(where: { $0.id == after }) else {
        throw ObservatoryError.badParameter(
          name: "after", found: after, expected: "one that stands in the cell, as 'next' says it")
      }
      start = last + 1
    }
    let page = members[start...].prefix(size)
    next = start + page.count < members.count ? page.last?.id : nil
    kind = Self.kind(inquiry.question.counted)
    let titles = try archive.titles(of: kind, page.map(\.id))
    items = page.map { Item(id: $0.id, title: titles[$0.id] ?? $0.id, isCertain: $0.isCertain) }
    names = try archive.labels(of: [row, column].compactMap(\.self))
  }

  private static func kind(_ counted: TableQuestion.Counted) -> EntityKind {
    switch counted {
    case .partnerships: .partnership
    case .events: .event
    case .flows, .quantities: .flow
    }
  }

  func name(_ key: String) -> String { names[key] ?? key }

  var json: JSON {
    [
      "certain": .integer(Int64(certain)), "possible": .integer(Int64(possible)),
      "kind": .string(kind.rawValue),
      "items": .array(
        items.map {
          ["id": .string($0.id), "title": .string($0.title), "certain": .boolean($0.isCertain)]
        }),
      "next": next.map(JSON.string) ?? .null,
    ]
  }

  var table: Grid {
    Grid(
      header: ["id", "title", "certain"], rows: items.map { [$0.id, $0.title, $0.isCertain ? "1" : "0"] })
  }
}
