/// The rows of a query: named columns and cells as SQLite has them.
public struct ResultTable: Hashable, Sendable {
  /// A cell of one of SQLite's types; blobs do not occur in the documented tables and are read as their size.
  public enum Cell: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    /// For people: empty for NULL, whole numbers without a decimal point.
    public var text: String {
      switch self {
      case .null: ""
      case .integer(let value): String(value)
      case .real(let value):
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
      case .text(let value): value
      }
    }

    /// The number it holds; nil for text and NULL.
    public var number: Double? {
      switch self {
      case .integer(let value): Double(value)
      case .real(let value): value
      case .null, .text: nil
      }
    }
  }

  public let columns: [String]
  public let rows: [[Cell]]

  public init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The cells of one row by column name.
  public func record(_ row: Int) -> [String: Cell] {
    Dictionary(zip(columns, rows[row])) { first, _ in first }
  }

  /// Every row as a record.
  public var records: [[String: Cell]] { rows.indices.map(record) }
}
