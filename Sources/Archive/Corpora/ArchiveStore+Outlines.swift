public import Chronology
import GRDB
import GRDBSQLite

/// What tells whether a document is of a part of its corpus.
public struct DocumentOutline: Hashable, Sendable {
  public let number: Int64
  /// Nil where it has no date.
  public let days: DayRange?
  public let outlet: String?
  public let language: String?
  /// Whether the last search for duplicates found it to be another document's copy.
  public let isCopy: Bool
}

extension ArchiveStore {
  /// The documents of a corpus that have their text in the archive, in the order of their numbers.
  public func outlines(of name: String) throws -> [DocumentOutline] {
    try Self.guarding(path) {
      try read { database in
        let numbers = Corpora.numbers(of: try Corpora.find(name, database).id)
        let rows = try PreparedStatement(
          database,
          """
          SELECT number, date IS NULL, date_earliest, date_latest, outlet, language,
            coalesce(cluster, number) <> number
          FROM document LEFT JOIN cluster_member ON document = number
          WHERE number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) AND text IS NOT NULL ORDER BY number
          """)
        let handle = rows.handle
        func text(_ column: Int32) -> String? {
          sqlite3_column_text(handle, column).map { String(cString: $0) }
        }
        var outlines: [DocumentOutline] = []
        while try rows.step() {
          let isDated = sqlite3_column_int(handle, 1) == 0
          let days = DayRange(earliest: text(2).flatMap { Day($0) }, latest: text(3).flatMap { Day($0) })
          outlines.append(
            DocumentOutline(
              number: sqlite3_column_int64(handle, 0), days: isDated ? days : nil, outlet: text(4),
              language: text(5), isCopy: sqlite3_column_int(handle, 6) != 0))
        }
        return outlines
      }
    }
  }
}
