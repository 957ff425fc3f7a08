/// A decision where coders disagree: whether a code holds of a document. Appended, as codings are: the latest one stands.
public struct Adjudication: Hashable, Sendable {
  public let document: String
  public let code: String
  /// Whether the document has the code.
  public let holds: Bool
  /// Who decided.
  public let by: String
  public let version: Int
  /// RFC 3339 in UTC.
  public let at: String
  public let reason: String

  public init(
    document: String, code: String, holds: Bool, by: String, version: Int, at: String, reason: String = ""
  ) {
    (self.document, self.code, self.holds, self.by) = (document, code, holds, by)
    (self.version, self.at, self.reason) = (version, at, reason)
  }
}

/// A code on which the coders of a document disagree.
public struct Contest: Hashable, Sendable {
  public let document: String
  public let code: String
  /// The codings of those who gave it.
  public let given: [Coding]
  /// Those who judged the document and did not give it.
  public let notGivenBy: [String]
}

/// What is taken for true of documents: what was decided, else what all of their coders agree on.
public struct Settled: Sendable {
  /// What is settled about one document.
  public struct Document: Hashable, Sendable {
    public let document: String
    public let codes: Set<String>
    /// Codes that may hold: nothing was decided, and the coders disagree.
    public let contested: Set<String>
  }

  /// Those that some coder judged or on which something was decided, in the order of the codings.
  public let documents: [Document]
  /// What remains to be decided, document by document.
  public let contests: [Contest]

  /// - Parameter decisions: in the order that they were made.
  public init(_ codings: Codings, decisions: [Adjudication] = []) {
    var decided: [String: [String: Bool]] = [:]
    for decision in decisions { decided[decision.document, default: [:]][decision.code] = decision.holds }
    var seen: Set<String> = []
    let names = (codings.documents.map(\.document) + decisions.map(\.document)).filter {
      seen.insert($0).inserted
    }
    var documents: [Document] = []
    var contests: [Contest] = []
    for name in names {
      let judged = codings.of(document: name).filter(\.isRated)
      let ruling = decided[name] ?? [:]
      guard !judged.isEmpty || !ruling.isEmpty else { continue }
      var codes = Set(ruling.filter(\.value).keys)
      var contested: Set<String> = []
      for code in judged.reduce(into: Set<String>(), { $0.formUnion($1.codes) }).sorted()
      where ruling[code] == nil {
        let without = judged.filter { !$0.codes.contains(code) }.map(\.coder)
        guard !without.isEmpty else {
          codes.insert(code)
          continue
        }
        contested.insert(code)
        let given = judged.flatMap(\.given).filter { $0.code == code }
        contests.append(Contest(document: name, code: code, given: given, notGivenBy: without))
      }
      documents.append(Document(document: name, codes: codes, contested: contested))
    }
    (self.documents, self.contests) = (documents, contests)
  }
}
