/// Where a cell stands, as `C7` writes it; rows and columns from 1.
struct CellPlace: Hashable {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `C7` or `$C$7`; nil when it is no cell of a sheet: XFD1048576 is the last one.
  init?(_ text: some StringProtocol) {
    var (column, row) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= TableLimits.columns, row <= TableLimits.rows else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// `C` for 3, `AA` for 27.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  var text: String { Self.letters(column) + String(row) }
}

/// A block of cells, as `B2:D4` writes it.
struct CellBlock: Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Nil when the text is no block, or one that ends before it begins.
  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = CellPlace(ends[0]), let last = CellPlace(ends[ends.count - 1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  var isSingle: Bool { rows.count == 1 && columns.count == 1 }

  var text: String {
    CellPlace(row: rows.lowerBound, column: columns.lowerBound).text + ":"
      + CellPlace(row: rows.upperBound, column: columns.upperBound).text
  }
}
