public import Archive
import Diplomacy
public import Interchange

/// Every statement on record, one a row, as a table and as JSON.
public struct StatementList {
  private let archive: ArchiveStore

  public init(_ archive: ArchiveStore) { self.archive = archive }

  static let columns = [
    "id", "kind", "entity", "says", "source", "locator", "rank", "certainty", "coder", "note", "batch",
    "recorded_at", "retraction",
  ]

  /// Rows that are written at once.
  private static let portion = 10_000

  /// Writes CSV piece by piece: a million statements need no more memory than ten thousand.
  public func writeCSV(_ write: (String) throws -> Void) throws {
    try write(Grid.csv([Self.columns]))
    var rows: [[String]] = []
    try archive.eachLogged { one in
      rows.append(Self.row(one))
      guard rows.count == Self.portion else { return }
      try write(Grid.csv(rows))
      rows = []
    }
    if !rows.isEmpty { try write(Grid.csv(rows)) }
  }

  public func grid() throws -> Grid {
    var rows: [[String]] = []
    try archive.eachLogged { rows.append(Self.row($0)) }
    return Grid(header: Self.columns, rows: rows)
  }

  /// An array of statements, as in Documentation/Formats.md.
  public func json() throws -> String {
    var all: [JSON] = []
    try archive.eachLogged { all.append(StatementJSON.json($0)) }
    return JSON.array(all).text(pretty: true)
  }

  private static func row(_ one: LoggedStatement) -> [String] {
    let statement = one.statement
    return [
      statement.id.text, statement.entity.kind.rawValue, statement.entity.id,
      StatementText.encode(statement.says), statement.source.text, statement.locator, statement.rank.rawValue,
      statement.certainty.rawValue, statement.coder, statement.note, "\(one.batch)", one.recordedAt,
      one.retraction ?? "",
    ]
  }
}
