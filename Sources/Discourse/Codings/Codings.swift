/// All codings of some documents, and what they come to.
public struct Codings: Sendable {
  /// In the order that they were made.
  public let log: [Coding]
  /// One for each coder and document, in the order of their first coding.
  public let documents: [CodedDocument]
  private let byDocument: [String: [Int]]

  /// - Parameter log: in the order that they were made.
  public init(_ log: [Coding]) {
    struct Seat: Hashable {
      let document: String
      let coder: String
    }
    var places: [Seat: Int] = [:]
    var documents: [CodedDocument] = []
    var byDocument: [String: [Int]] = [:]
    for coding in log {
      let seat = Seat(document: coding.document, coder: coding.coder)
      let place =
        places[seat]
        ?? {
          documents.append(CodedDocument(coding.document, coding.coder))
          byDocument[coding.document, default: []].append(documents.count - 1)
          return documents.count - 1
        }()
      places[seat] = place
      documents[place].follow(coding)
    }
    (self.log, self.documents, self.byDocument) = (log, documents, byDocument)
  }

  /// What each coder made of a document, in the order of their first codings.
  public func of(document: String) -> [CodedDocument] { (byDocument[document] ?? []).map { documents[$0] } }

  /// The coders, in the order of their first codings.
  public var coders: [String] {
    var seen: Set<String> = []
    return log.map(\.coder).filter { seen.insert($0).inserted }
  }

  /// Those that stand although the rule under which they were made is another one now.
  public func stale(under versions: CodebookVersions) -> [(coding: Coding, why: Staleness)] {
    documents.flatMap(\.given).compactMap { coding in
      coding.code.flatMap { versions.staleness(of: $0, givenUnder: coding.version) }.map { (coding, $0) }
    }
  }
}
