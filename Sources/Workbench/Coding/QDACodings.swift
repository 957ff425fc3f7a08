import Discourse
import Interchange

/// The codings of a project, in the order that they were made: those that its history has, and what another program did to them since.
struct QDACodings {
  /// The coder of codings whose user is not told.
  static let unknownCoder = "not told"

  private(set) var log: [Coding] = []

  /// - Parameter ids: the documents that came in, by the identifiers of their sources.
  init(
    _ contents: RefiContents, _ history: QDAHistory?, _ books: QDACodebooks, _ ids: [String: String]
  ) {
    let documents = Set(ids.values)
    log = (history?.log ?? []).filter { documents.contains($0.document) }.map { coding in
      Coding(
        id: coding.id, document: coding.document, coder: coding.coder, verdict: coding.verdict,
        version: books.number(of: coding.version), at: coding.at, isUnsure: coding.isUnsure, memo: coding.memo
      )
    }
    let standing = Codings(log).documents.flatMap(\.given)
    var gone = Dictionary(
      standing.map { (Guid.of("coding \($0.document)", $0.id), $0) }
    ) { first, _ in first }
    let names = Dictionary(contents.users.map { ($0.guid, $0.name) }) { first, _ in first }
    for coded in contents.codings {
      guard let document = ids[coded.source], gone.removeValue(forKey: coded.guid) == nil else { continue }
      log.append(
        Coding(
          id: coded.guid, document: document, coder: coded.user.map { names[$0] ?? $0 } ?? Self.unknownCoder,
          verdict: .code(books.code(coded.code), coded.passage), version: books.latest,
          at: coded.at ?? "",
          memo: coded.memo))
    }
    // What was given and is no longer in the document was taken out by somebody, somewhere.
    let present = Set(contents.codebook.codes.map { books.code($0.id) })
    for (guid, coding) in gone.sorted(by: { $0.key < $1.key }) {
      guard let code = coding.code, present.contains(code) else { continue }
      log.append(
        Coding(
          id: Guid.of("taken out \(guid)"), document: coding.document, coder: coding.coder,
          verdict: .noLonger(code, coding.passage), version: coding.version, at: coding.at,
          memo: "taken out in another program"))
    }
  }
}
