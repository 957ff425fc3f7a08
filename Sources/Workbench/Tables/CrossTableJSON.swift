public import Diplomacy
public import Interchange

/// A cross table as JSON.
public enum CrossTableJSON {
  /// `{policy, title, unit, rows: [{key, name}], columns: […], cells: [{row, column, certain, possible}], rowTotals, columnTotals, total, notes}`.
  ///
  /// Cells that are certainly zero are left out. A null `possible` is unbounded. Totals that the source prints have `published`, and
  /// `differs` where it lies outside.
  ///
  /// - Parameter policy: under which it was counted; the key `policy` comes first.
  public static func text(_ table: CrossTable, under policy: Policy) -> String {
    json(table, under: policy).text(pretty: true)
  }

  /// As a value.
  public static func json(_ table: CrossTable, under policy: Policy) -> JSON {
    guard case .object(let members) = json(table) else { return .null }
    return .object([.init("policy", .string(policy.description))] + members)
  }

  /// The same as a value, without the policy.
  public static func json(_ table: CrossTable) -> JSON {
    var cells: [JSON] = []
    for (row, head) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated()
      where table.cells[row][column].computed?.isZero == false {
        cells.append(
          json(
            table.cells[row][column], [.init("row", .string(head.key)), .init("column", .string(other.key))]))
      }
    }
    return .object([
      .init("title", .string(table.title)), .init("unit", .string(table.unit)),
      .init("rows", heads(table.rows)), .init("columns", heads(table.columns)), .init("cells", .array(cells)),
      .init(
        "rowTotals",
        .array(zip(table.rows, table.rowTotals).map { json($1, [.init("row", .string($0.key))]) })),
      .init(
        "columnTotals",
        .array(zip(table.columns, table.columnTotals).map { json($1, [.init("column", .string($0.key))]) })),
      .init("total", table.total.map { json($0, []) } ?? .null),
      .init("notes", .array(table.notes.map(JSON.string))),
    ])
  }

  private static func heads(_ heads: [CrossTable.Head]) -> JSON {
    .array(heads.map { .object([.init("key", .string($0.key)), .init("name", .string($0.name))]) })
  }

  private static func json(_ cell: CrossTable.Cell, _ place: [JSON.Member]) -> JSON {
    var members = place
    if let computed = cell.computed {
      members.append(.init("certain", .number(computed.certain)))
      members.append(.init("possible", computed.possible.map(JSON.number) ?? .null))
    }
    if let published = cell.publishedText {
      members.append(.init("published", .string(published)))
      members.append(.init("differs", .boolean(cell.differs)))
    }
    return .object(members)
  }
}
