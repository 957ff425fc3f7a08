public import Interchange

/// What can go wrong in a use case, beyond the archive's own troubles. One place renders these for people.
public enum WorkbenchError: Error, Sendable {
  case unreadable(path: String, reason: String)
  case format(FormatError)
  case csv(file: String, CSVError)
  case table(TableError)
  /// Rows that could not be read; nothing was imported.
  case problems([ImportProblem])
  case noHome(searched: [String])
  case unknownStudy(String, known: [String])
  /// A study's query that does not run, or does not give the columns it must.
  case studyQuery(study: String, part: String, reason: String)
  case notFound(String, near: [String])
  case badOption(name: String, value: String, expected: String)
  case figures(reason: String)
}

/// A cell, or a whole row, that an import cannot take.
public struct ImportProblem: Hashable, Sendable {
  public let file: String
  public let line: Int
  public let column: String
  public let value: String
  public let expected: String

  public init(file: String, line: Int, column: String, value: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.expected = expected
  }

  /// What is wrong, without where: "column 'kind': found 'stat', expected state". One line.
  public var reason: String {
    (column.isEmpty ? "" : "column '\(column)': ")
      + "found '\(value.shown())', expected \(expected.shown(atMost: 1000))"
  }
}
