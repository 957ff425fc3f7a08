import Diplomacy
public import Discourse
public import Interchange

/// Reads a table of ratings: CSV of any dialect, or a workbook.
///
/// Cells are taken without the white space about them; an empty one is no rating, nor is one of the codes for missing values.
public struct RatingsFile {
  public var shape: RatingsShape
  public var level: Level
  /// All values that a rating can be, from the lowest to the highest; nil where those that come are all there are.
  public var categories: [String]?
  public var missing: Set<String>
  public var dialect: Dialect

  public init(
    shape: RatingsShape = .wide(unit: nil, coders: nil), level: Level = .nominal, categories: [String]? = nil,
    missing: Set<String> = [], dialect: Dialect = Dialect()
  ) {
    (self.shape, self.level, self.categories) = (shape, level, categories)
    (self.missing, self.dialect) = (missing, dialect)
  }

  /// The ratings of a file.
  ///
  /// - Throws: `WorkbenchError.table` for the first cell that cannot be taken, with file, row and column; others for a file that cannot be
  ///   read.
  public func read(_ path: String) throws -> Ratings {
    let bytes = try Files.bytes(path)
    let table = try formatted { try TableText.read(bytes, fileName: Files.name(path), declared: dialect) }
    do {
      var rows = try CSVReader(table.bytes, delimiter: table.delimiter, allowsRepeatedNames: true)
      let columns = try RatingColumns(shape, header: rows.header, table: table.name)
      var reading = try RatingReading(self, columns, of: table)
      while let record = try rows.next() { try reading.read(record) }
      return reading.ratings
    } catch let error as CSVError {
      throw WorkbenchError.csv(file: table.name, error.placed(in: table))
    }
  }
}
