/// Where the units, coders and values stand in a table of ratings. Units are told by one column, or by several together.
public enum RatingsShape: Hashable, Sendable {
  /// A row a unit, a column a coder.
  ///
  /// Without columns the first is the unit's and the others are coders'. With coders' columns alone each row is a unit of its own.
  case wide(unit: String?, coders: [String]?)
  /// A row a rating.
  case long(unit: String, coder: String, value: String)
  /// A row a unit, a column a category; the cells are how many coders chose it.
  case counts(unit: String?, categories: [String])

  /// Reads `UNIT,CODER,VALUE`.
  ///
  /// - Throws: `WorkbenchError.badOption` unless it is three names.
  public init(long text: String) throws {
    let names = Self.names(text)
    guard names.count == 3 else {
      throw WorkbenchError.badOption(
        name: "--long", value: text,
        expected: "the columns of the unit, the coder and the value, e.g. article,coder,theme")
    }
    self = .long(unit: names[0], coder: names[1], value: names[2])
  }

  /// Names with commas between, without the white space about them.
  public static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }
}
