import Diplomacy
import Discourse
import Interchange

/// Takes the ratings out of the rows of a table.
struct RatingReading {
  /// The most coders that a cell of counts may tell of.
  private static let mostCounted = 10_000

  private let shape: RatingsShape
  private let columns: RatingColumns
  private let names: Set<String>
  private let missing: Set<String>
  private let table: TableText
  private var collector: RatingsCollector
  private var rows = 0

  init(_ file: RatingsFile, _ columns: RatingColumns, of table: TableText) throws {
    (shape, self.columns, self.table) = (file.shape, columns, table)
    (names, missing) = (columns.names, file.missing)
    var categories = file.categories
    if case .counts(_, let named) = file.shape { categories = named }
    do throws(RatingFault) {
      collector = try RatingsCollector(level: file.level, categories: categories)
    } catch {
      throw WorkbenchError.badOption(
        name: "--categories", value: (categories ?? []).joined(separator: ","),
        expected: "\(file.level.expectation) each, at the level \(file.level.rawValue)")
    }
    if case .wide = shape { for column in columns.values { collector.add(coder: columns.header[column]) } }
  }

  var ratings: Ratings { collector.ratings() }

  mutating func read(_ record: CSVReader.Record) throws {
    rows += 1
    if let problem = table.problems(onLine: record.line, header: columns.header, columns: names).first {
      throw error(record, problem.column, problem.value, problem.expected)
    }
    func cell(_ column: Int) -> String? {
      let text = record.fields[column].trimmingSpaces()
      return text.isEmpty || missing.contains(text) ? nil : text
    }
    switch shape {
    case .wide:
      for column in columns.values {
        guard let value = cell(column) else { continue }
        try take(value, by: columns.header[column], record, column)
      }
    case .long:
      let (column, place) = (columns.values[1], columns.values[0])
      guard let value = cell(column) else { return }
      guard let coder = cell(place) else {
        throw error(record, columns.header[place], "", "the coder who gave '\(value)'")
      }
      try take(value, by: coder, record, column)
    case .counts:
      for column in columns.values {
        guard let text = cell(column) else { continue }
        guard let count = Int(text), (0...Self.mostCounted).contains(count) else {
          throw error(
            record, columns.header[column], text, "how many coders chose it, from 0 to \(Self.mostCounted)")
        }
        let unit = try unit(of: record)
        do { try collector.add(count, times: columns.header[column], of: unit) } catch {
          throw refused(error, record, column)
        }
      }
    }
  }

  private mutating func take(_ value: String, by coder: String, _ record: CSVReader.Record, _ column: Int)
    throws
  {
    let unit = try unit(of: record)
    do { try collector.add(value, of: unit, by: coder) } catch { throw refused(error, record, column) }
  }

  private func refused(_ fault: RatingFault, _ record: CSVReader.Record, _ column: Int) -> WorkbenchError {
    let name = columns.header[column]
    switch fault {
    case .repeated(let unit, let coder):
      return error(
        record, name, record.fields[column],
        "one rating of the unit '\(unit)' by '\(coder)', but there is one already\(advice)")
    case .unfit(let value, let level): return error(record, name, value, level.expectation)
    case .undeclared(let value, let categories):
      return error(record, name, value, "one of \(categories.joined(separator: ", "))")
    }
  }

  /// What may be the matter where a unit comes twice.
  private var advice: String {
    switch shape {
    case .wide:
      ". Do other columns tell the units? Name them with --unit, or the coders' columns alone with --coders where each row is a unit"
    case .long: ". Do several columns together tell the units? Name them with + between"
    case .counts: ""
    }
  }

  /// What the unit of a row is called; rows that are units of their own have their number.
  private func unit(of record: CSVReader.Record) throws -> String {
    guard !columns.unit.isEmpty else { return String(rows) }
    let parts = try columns.unit.map { column in
      let text = record.fields[column].trimmingSpaces()
      guard !text.isEmpty else { throw error(record, columns.header[column], "", "the unit that is rated") }
      return text
    }
    return parts.joined(separator: "+")
  }

  private func error(_ record: CSVReader.Record, _ column: String, _ value: String, _ expected: String)
    -> WorkbenchError
  {
    let row = table.row(ofLine: record.line)
    return .table(
      TableError(
        place: "\(table.name):\(row)",
        message: "column '\(column)': found '\(value.shown())', expected \(expected.shown(atMost: 1000))"))
  }
}
