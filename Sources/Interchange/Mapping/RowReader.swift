import Chronology
public import Diplomacy

/// Applies a mapping to the records of a table: each becomes statements, or problems that say what to mend.
public struct RowReader {
  /// How a reference to an actor was resolved.
  public enum Resolution {
    case found(String)
    /// Not in the register; the message says what comes near.
    case unknown(String)
    /// Several actors bear the name: these. No new one is made of it.
    case ambiguous([String])
    /// None bore it when the table came in first; now this one does. Where the mapping makes new actors, it made one of the name.
    case foundSince(String)
  }

  private let mapping: Mapping
  private let header: [String]
  private let columns: [String: Int]
  private let resolve: (String) -> Resolution
  private let isSource: (String) -> Bool
  private let isActor: (String) -> Bool
  /// The names that new actors were made of so far, by the actors' identifiers.
  private var made: [String: String] = [:]

  /// - Parameters:
  ///   - isSource: whether there is a source of that identifier.
  ///   - isActor: whether there is an actor of that very identifier, so that no new one may take it.
  ///   - resolve: finds an actor by identifier, code, name or alias.
  /// - Throws: `FormatError` when the mapping names a column that the table does not have.
  public init(
    _ mapping: Mapping, mappingFile: String, header: [String],
    isSource: @escaping (String) -> Bool = { _ in true },
    isActor: @escaping (String) -> Bool = { _ in false }, resolve: @escaping (String) -> Resolution
  ) throws(FormatError) {
    self.mapping = mapping
    self.header = header
    self.isSource = isSource
    self.isActor = isActor
    self.resolve = resolve
    columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    try Self.checkColumns(of: mapping, mappingFile: mappingFile, header: header)
  }

  /// Throws when the mapping names a column that the table does not have.
  public static func checkColumns(of mapping: Mapping, mappingFile: String, header: [String])
    throws(FormatError)
  {
    for column in mapping.columns.sorted() where !header.contains(column) && column != "n" {
      throw FormatError(
        file: mappingFile, line: 1,
        message: "\(mapping.file) has no column '\(column)'; it has: \(header.joined(separator: ", "))")
    }
  }

  /// The statements of one record, and what is wrong with it.
  ///
  /// - Parameter table: where the record stands, of which some cells may not be taken.
  public mutating func read(
    _ record: CSVReader.Record, of table: TableText? = nil
  ) -> (statements: [Statement], problems: [RowProblem]) {
    var row = RowReading(
      mapping: mapping, columns: columns, resolve: resolve, isSource: isSource, isActor: isActor,
      record: record)
    row.made = made
    row.read()
    let problems =
      table?.problems(onLine: record.line, header: header, mapping: mapping, besides: row.problems)
      ?? row.problems
    // A row that cannot be taken makes no actors either: the next that names them does.
    if problems.isEmpty { made = row.made }
    return (row.statements, problems)
  }
}

/// What is wrong with one cell, or with a whole row.
public struct RowProblem: Error, Hashable, Sendable {
  /// The line of the file.
  public let line: Int
  /// Empty when no single column is at fault.
  public let column: String
  public let value: String
  public let expected: String
}

extension CSVError {
  /// What is wrong with the one row, where the rows after it can be read all the same; else nil.
  public var problem: RowProblem? {
    guard case .fieldCount(let line, let found, let expected) = self else { return nil }
    return RowProblem(
      line: line, column: "", value: "\(found.of("field"))",
      expected: "\(expected), as in the header")
  }
}

extension Mapping {
  /// Every column it names.
  var columns: Set<String> {
    var names = Set(missingInColumn.keys)
    var expressions: [Expression] = [source, locator, certainty, rank, coder, note]
    if let repetition { expressions.append(repetition) }
    for entity in entities {
      expressions.append(Expression(.template(entity.id)))
      names.formUnion(entity.conditions.map(\.column))
      for claim in entity.says.flatMap(\.claims) {
        expressions +=
          [claim.expression]
          + [claim.side, claim.role, claim.during, claim.creation?.within].compactMap(\.self)
      }
    }
    for expression in expressions { names.formUnion(expression.columns) }
    return names
  }
}

extension Expression {
  /// The columns it reads.
  var columns: [String] {
    switch origin {
    case .column(let name): [name]
    case .constant: []
    case .template(let template):
      template.parts.compactMap { if case .column(let name) = $0 { name } else { nil } }
    }
  }
}
