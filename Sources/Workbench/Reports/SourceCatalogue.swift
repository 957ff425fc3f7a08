import Archive
import Diplomacy

/// The sources with their statements, for the report's pages: who says what, and where a statement is to be found.
struct SourceCatalogue {
  struct Entry {
    let id: String
    let title: String
    let issued: String
    /// Authors, container, publisher: what a reader needs to find it.
    let imprint: String
    let statements: [LoggedStatement]
  }

  let all: [Entry]
  private let statements: [StatementID: LoggedStatement]

  init(_ archive: ArchiveStore) throws {
    let log = try archive.log()
    let bySource = Dictionary(grouping: log) { $0.statement.source.text }
    all = try archive.query("SELECT id, title, issued, csl FROM source ORDER BY id").rows.map { row in
      Entry(
        id: row[0].text, title: row[1].text, issued: row[2].text, imprint: Imprint.text(row[3].text),
        statements: bySource[row[0].text] ?? [])
    }
    statements = Dictionary(log.map { ($0.statement.id, $0) }) { first, _ in first }
  }

  func statement(_ id: StatementID) -> LoggedStatement? { statements[id] }

  /// The address of a statement from a page at the top of the report.
  func address(of id: StatementID) -> String {
    guard let source = statements[id]?.statement.source else { return "#" }
    return "\(Self.file(of: source.text))#\(id)"
  }

  /// The page of a source, by its path in the report: what is no plain character of a file's name is spelled in hexadecimal, so that
  /// no identifier leads out of the folder.
  static func file(of source: String) -> String {
    let name = source.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 128 && (character.isLetter || character.isNumber || "._-".contains(character))
      return isPlain ? String(character) : "~" + String(byte, radix: 16)
    }
    return "sources/\(name.joined()).html"
  }

  func entry(_ id: SourceID) -> Entry? { all.first { $0.id == id.text } }
}
