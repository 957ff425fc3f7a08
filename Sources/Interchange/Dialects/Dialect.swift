/// How a table's file is written, as far as its mapping declares it; nil where the file shall tell.
public struct Dialect: Hashable, Sendable {
  /// The mark between the whole and the fraction of a number.
  public enum Decimal: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","
  }

  public let encoding: TextEncoding?
  /// The byte between two fields.
  public let delimiter: Delimiter?
  public let decimal: Decimal?
  /// The sheet of a workbook.
  public let sheet: String?

  public init(
    encoding: TextEncoding? = nil, delimiter: Delimiter? = nil, decimal: Decimal? = nil, sheet: String? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.decimal = decimal
    self.sheet = sheet
  }
}

/// What stands between two fields of a record.
public enum Delimiter: String, CaseIterable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }

  /// How a mapping and a message write it.
  public var word: String { self == .tab ? "tab" : rawValue }

  /// Reads a mapping's word; nil when it is none of the four.
  public init?(word: String) {
    guard let delimiter = Self(rawValue: word) ?? (word == "tab" ? .tab : nil) else { return nil }
    self = delimiter
  }
}
