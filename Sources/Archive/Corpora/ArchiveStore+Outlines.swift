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
  /// Which documents it is one text with, by the earliest one's number; nil where it has no copies.
  public let cluster: Int64?
  /// Whether its text is in the archive.
  public let hasText: Bool

  /// Whether the last search for duplicates found it to be another document's copy.
  public var isCopy: Bool { cluster.map { $0 != number } ?? false }
}

extension ArchiveStore {
  /// The documents of a corpus that have their text in the archive, in the order of their numbers.
  public func outlines(of name: String) throws -> [DocumentOutline] {
    var outlines: [DocumentOutline] = []
    try eachOutline(of: name) { if $0.hasText { outlines.append($0) } }
    return outlines
  }

  /// Goes through all documents of a corpus in the order of their numbers.
  public func eachOutline(of name: String, _ body: (DocumentOutline) throws -> Void) throws {
    try Self.guarding(path) {
      try read { database in
        let numbers = Corpora.numbers(of: try Corpora.find(name, database).id)
        let rows = try PreparedStatement(
          database,
          """
          SELECT number, date IS NULL, date_earliest, date_latest, outlet, language, coalesce(cluster, 0), text IS NOT NULL
          FROM document LEFT JOIN cluster_member ON document = number
          WHERE number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) ORDER BY number
          """)
        let handle = rows.handle
        func text(_ column: Int32) -> String? {
          sqlite3_column_text(handle, column).map { String(cString: $0) }
        }
        while try rows.step() {
          let isDated = sqlite3_column_int(handle, 1) == 0
          let days = DayRange(earliest: text(2).flatMap { Day($0) }, latest: text(3).flatMap { Day($0) })
          let cluster = sqlite3_column_int64(handle, 6)
          try body(
            DocumentOutline(
              number: sqlite3_column_int64(handle, 0), days: isDated ? days : nil, outlet: text(4),
              language: text(5), cluster: cluster == 0 ? nil : cluster,
              hasText: sqlite3_column_int(handle, 7) != 0))
        }
      }
    }
  }
}
