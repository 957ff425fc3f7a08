import Archive
import Diplomacy
import Interchange

/// The totals that a document prints, to stand beside those computed.
struct PrintedTotals {
  /// The row's or column's key that means a total.
  static let name = "Total"

  private let amounts: [TableCell: Amount]

  init(_ records: [[String: ResultTable.Cell]]) {
    var amounts: [TableCell: Amount] = [:]
    for record in records where Self.isTotal(record) {
      let place = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      amounts[place] = record["published"].flatMap { try? Amount($0.text) }
    }
    self.amounts = amounts
  }

  static func isTotal(_ record: [String: ResultTable.Cell]) -> Bool {
    record["row"]?.text == name || record["column"]?.text == name
  }

  func beside(_ cell: CrossTable.Cell, row: String, column: String) -> CrossTable.Cell {
    CrossTable.Cell(
      computed: cell.computed, printed: amounts[TableCell(row: row, column: column)],
      statements: cell.statements)
  }
}

extension CrossTable.Cell {
  /// A cell with what the document prints there; a fraction printed as `33.3` stands for all that rounds to it.
  init(computed: CrossTable.Bounds?, printed: Amount?, statements: [String]) {
    let slack = printed.map { $0.text.contains(".") ? $0.printedTolerance : 0 } ?? 0
    self.init(
      computed: computed,
      published: printed.map { amount in
        CrossTable.Bounds(certain: (amount.lowest ?? 0) - slack, possible: amount.highest.map { $0 + slack })
      }, publishedText: printed?.text, statements: statements)
  }
}
