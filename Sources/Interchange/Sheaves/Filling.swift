import Diplomacy

/// A text of most rows' own, an identifier or a locator, put together from the cells' bytes where that is all it takes.
struct Filling {
  private enum Piece {
    case text([UInt8])
    case column(Int)
  }

  private let pieces: [Piece]?
  private let missing: [[UInt8]]

  /// - Parameter columns: where each column stands in a record.
  init(_ expression: Expression, mapping: Mapping, columns: [String: Int]) {
    missing = mapping.missing.map { Array($0.utf8) }.filter { !$0.isEmpty }
    let isPlain =
      expression.fallback == nil && expression.renaming.isEmpty
      && expression.columns.allSatisfy { mapping.missingInColumn[$0] == nil && columns[$0] != nil }
    guard isPlain else {
      pieces = nil
      return
    }
    switch expression.origin {
    case .constant(let text): pieces = [.text(Array(text.utf8))]
    case .column(let name): pieces = [.column(columns[name] ?? 0)]
    case .template(let template):
      pieces = template.parts.map { part in
        switch part {
        case .text(let text): .text(Array(text.utf8))
        case .column(let name): .column(columns[name] ?? 0)
        }
      }
    }
  }

  /// Adds the text to the column without ending it. False when it takes more than putting bytes together: white space about a cell, a cell
  /// that says nothing, other characters than ASCII at its ends.
  func fill(_ column: inout TextColumn, _ row: RawRow) -> Bool {
    guard let pieces else { return false }
    for piece in pieces {
      switch piece {
      case .text(let text): text.withUnsafeBufferPointer { column.extend($0) }
      case .column(let index):
        let cell = row.cell(index)
        guard let first = cell.first, let last = cell.last, isInk(first), isInk(last), says(cell) else {
          return false
        }
        column.extend(cell)
      }
    }
    return true
  }

  private func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private func says(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    !missing.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }
}
