import Archive
import Chronology
import Discourse
import Foundation
import Interchange

/// Writes a corpus with its codebook and codings as a QDA project. Of a corpus that came from one, what was not understood goes back.
public enum QDAExport {
  public struct Outcome: Sendable {
    public let package: [UInt8]
    public let documents: Int
    public let codings: Int
    public let notes: [String]
  }

  /// What a project of ours calls a document's own identifier.
  static let identifier = "Entente id"

  /// - Throws: `WorkbenchError.table` where the package would be larger than a ZIP file can be.
  public static func run(_ desk: CodingDesk) throws -> Outcome {
    try desk.archive.atOnce {
      let codings = try desk.codings()
      let decisions = try desk.archive.decisions(of: desk.corpus, codebook: desk.codebook.name)
      var project = try base(desk)
      let before = try contents(of: project, desk)
      let known = Dictionary(before.users.map { ($0.name, $0.guid) }) { first, _ in first }
      let places = Dictionary(before.sources.map { (QDASource($0, project).id, $0.guid) }) { first, _ in first
      }
      func user(_ coder: String) -> String? {
        coder == QDACodings.unknownCoder ? nil : known[coder] ?? Guid.of("coder", coder)
      }
      var sources: [RefiRevision.Source] = []
      var guids: [String: String] = [:]
      var outside = 0
      try desk.archive.eachDocument(of: desk.corpus, isWhole: true) { document in
        guard let text = document.text else {
          outside += 1
          return
        }
        let guid = places[document.id] ?? Guid.of("document \(desk.corpus)", document.id)
        guids[document.id] = guid
        sources.append(
          .init(guid: guid, name: document.title ?? document.id, text: text, values: values(document)))
      }
      let standing = codings.documents.flatMap(\.given)
      let coded = standing.compactMap { coding -> RefiRevision.Coded? in
        guard let source = guids[coding.document], let code = coding.code,
          desk.codebook.versions.current?[code] != nil
        else { return nil }
        return .init(
          guid: Guid.of("coding \(coding.document)", coding.id), source: source, passage: coding.passage,
          code: code, user: user(coding.coder), at: coding.at.isEmpty ? nil : coding.at, memo: coding.memo)
      }
      project.revise(
        RefiRevision(
          users: codings.coders.compactMap { coder in user(coder).map { .init(guid: $0, name: coder) } },
          codebook: try desk.current,
          sources: sources, codings: coded,
          notes: try note(desk, codings, decisions, coded), guid: { Guid.of($0) }))
      let package: [UInt8]
      do { package = try project.package() } catch let fault as RefiFault {
        throw WorkbenchError.refi(fault, in: desk.corpus)
      }
      return Outcome(
        package: package, documents: sources.count, codings: coded.count,
        notes: notes(outside: outside, lost: standing.count - coded.count))
    }
  }

  /// The history, where it says more than the rest of the project.
  private static func note(
    _ desk: CodingDesk, _ codings: Codings, _ decisions: [Adjudication], _ coded: [RefiRevision.Coded]
  ) throws -> [RefiRevision.Note] {
    let isPlain =
      desk.codebook.versions.latest == 1 && decisions.isEmpty && codings.log.count == coded.count
      && codings.log.allSatisfy {
        !$0.isUnsure && RefiProject.isIdentifier($0.id) && RefiProject.isIdentifier($0.document)
      }
      && (desk.codebook.versions.current?.codes ?? []).allSatisfy { RefiProject.isIdentifier($0.id) }
    return isPlain
      ? []
      : [
        .init(
          guid: QDAHistory.guid, name: QDAHistory.name,
          text: try QDAHistory(desk.codebook, codings, decisions).text)
      ]
  }

  private static func notes(outside: Int, lost: Int) -> [String] {
    var notes: [String] = []
    if outside > 0 {
      notes.append("Documents whose text is kept outside of the archive, and left out: \(outside).")
    }
    if lost > 0 {
      notes.append(
        "Codings of codes that are no longer in the codebook, or of texts left out, and so in the history alone: \(lost)."
      )
    }
    return notes
  }

  private static func contents(of project: RefiProject, _ desk: CodingDesk) throws -> RefiContents {
    do { return try RefiContents(project) } catch { throw WorkbenchError.refi(error, in: desk.corpus) }
  }

  /// The project that the corpus came from, or a new one.
  private static func base(_ desk: CodingDesk) throws -> RefiProject {
    guard let kept = try desk.archive.project(of: desk.corpus) else {
      return RefiProject(name: desk.corpus, origin: Guid.origin)
    }
    do {
      return try RefiProject(
        document: kept.document, files: kept.files.map { .init(name: $0.name, bytes: $0.content) })
    } catch { throw WorkbenchError.refi(error, in: desk.corpus) }
  }

  private static func values(_ document: ExchangedDocument) -> [RefiContents.Value] {
    let columns: [(String, String?)] = [
      (identifier, document.id), ("Title", document.title), ("Date", document.date),
      ("Outlet", document.outlet),
      ("Language", document.language), ("Under", document.under), ("Authors", document.authors),
      ("Extra", document.extra),
    ]
    return columns.compactMap { name, text in text.map { .init(variable: name, text: $0) } }
  }

  /// Writes the package to a file.
  public static func write(_ outcome: Outcome, to path: String) throws {
    do { try Data(outcome.package).write(to: URL(filePath: path), options: .atomic) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }
}
