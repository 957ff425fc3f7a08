/// What people say of documents: what was decided, and else what most of a document's coders said. A passage's code counts for its document.
public struct Majority: Sendable {
  /// Those that somebody judged, or on which something was decided.
  public let documents: Set<String>
  /// Of each document the codes that each of its coders gave.
  private let given: [String: [Set<String>]]
  private let decided: [String: [String: Bool]]

  /// - Parameter decisions: in the order that they were made.
  public init(_ codings: Codings, decisions: [Adjudication] = []) {
    let judged = codings.documents.filter(\.isRated)
    given = Dictionary(grouping: judged, by: \.document).mapValues { $0.map(\.codes) }
    var decided: [String: [String: Bool]] = [:]
    for decision in decisions { decided[decision.document, default: [:]][decision.code] = decision.holds }
    self.decided = decided
    documents = Set(given.keys).union(decided.keys)
  }

  /// Whether a document has one of the codes at least; nil where nobody judged it, and where as many coders say so as do not.
  public func has(_ codes: Set<String>, _ document: String) -> Bool? {
    let decided = decided[document] ?? [:]
    if codes.contains(where: { decided[$0] == true }) { return true }
    let open = codes.filter { decided[$0] == nil }
    if open.isEmpty { return false }
    guard let given = given[document] else { return nil }
    let times = 2 * given.count { !$0.isDisjoint(with: open) }
    return times == given.count ? nil : times > given.count
  }
}
