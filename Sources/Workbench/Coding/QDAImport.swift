public import Archive
import Chronology
import Diplomacy
import Discourse
import Foundation
import Interchange

/// Brings a QDA project into the archive: its texts as a corpus, its codebook as a version, its codings. All of it or nothing; what is in already
/// is passed over.
public struct QDAImport {
  public struct Outcome: Sendable {
    public let documents: CorpusReceipt
    public let codings: CodingReceipt
    public let version: Int
    public let isNewVersion: Bool
    public let notes: [String]
  }

  private let path: String
  private let corpus: String
  private let codebook: String

  /// - Parameter codebook: its name; nil for the corpus's.
  public init(_ path: String, corpus: String, codebook: String? = nil) {
    (self.path, self.corpus, self.codebook) = (path, corpus, codebook ?? corpus)
  }

  /// - Throws: `WorkbenchError.table` with what is wrong with the project; `ArchiveError`.
  public func run(into archive: ArchiveStore, at moment: String) throws -> Outcome {
    let (project, contents) = try read()
    let note = project.note(QDAHistory.guid)
    let history = note.flatMap(QDAHistory.init)
    let sources = contents.sources.filter { $0.text != nil }
    let ids = Dictionary(uniqueKeysWithValues: sources.map { ($0.guid, QDASource($0, project).id) })
    let repeated = Dictionary(grouping: ids.values) { $0 }.first { $1.count > 1 }?.key
    if let repeated {
      throw WorkbenchError.table(
        TableError(
          place: Files.name(path),
          message: "two sources have the '\(QDAExport.identifier)' '\(repeated.shown())'"))
    }
    let documents = try sources.map { source in
      try QDASource(source, project).document(in: Files.name(path))
    }
    let filed = try archive.codebooks().contains(codebook) ? archive.codebook(codebook).versions : nil
    let books = try QDACodebooks(contents.codebook, history, filed)
    let codings = QDACodings(contents, history, books, ids)
    let isOnRecord = try filed != nil && archive.corpora().contains { $0.name == corpus }
    let decided = try isOnRecord ? archive.decisions(of: corpus, codebook: codebook) : []
    let decisions = QDADecisions(history, books, ids, at: moment).new(beside: decided)
    return try archive.together {
      var left: [Document]? = documents
      let receipt = try archive.fill(
        corpus: corpus, from: Files.name(path), mapping: "{\"qda\":true}", isMuch: false, at: moment
      ) {
        defer { left = nil }
        return left
      }
      for (book, imprint) in books.new {
        _ = try archive.keep(
          book, as: codebook, file: imprint?.file ?? Files.name(path), coder: imprint?.coder ?? "",
          note: imprint?.note ?? "", at: moment)
      }
      let coded = try archive.record(codings.log, of: corpus, codebook: codebook, at: moment)
      try archive.record(decisions, of: corpus, codebook: codebook, at: moment)
      try archive.keep(
        KeptProject(document: project.document, files: project.files.map { ($0.name, $0.bytes) }), of: corpus)
      return Outcome(
        documents: receipt, codings: coded, version: books.latest, isNewVersion: !books.new.isEmpty,
        notes: notes(contents, isHistoryLeft: note != nil && history == nil))
    }
  }

  private func read() throws -> (RefiProject, RefiContents) {
    let bytes = try Files.bytes(path)
    do {
      let project = try RefiProject(bytes)
      return (project, try RefiContents(project))
    } catch { throw WorkbenchError.refi(error, in: Files.name(path)) }
  }

  private func notes(_ contents: RefiContents, isHistoryLeft: Bool) -> [String] {
    let outside = contents.sources.count { $0.text == nil }
    let kept = contents.kept.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    var notes: [String] = []
    if isHistoryLeft {
      notes.append(
        "The project's history (its note '\(QDAHistory.name)') was edited and cannot be read: earlier versions, what was taken back, 'no code' and decisions are not in what came in."
      )
    }
    if outside > 0 {
      notes.append("Texts outside of the package, which are not read, nor their codings: \(outside).")
    }
    if !kept.isEmpty {
      notes.append("Kept, to be written back, but not shown: \(kept.joined(separator: ", ")).")
    }
    return notes
  }
}
