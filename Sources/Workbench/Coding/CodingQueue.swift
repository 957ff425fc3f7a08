public import Archive
public import Discourse

/// What a coder was given in a wave, in their order, and how far they are with it. It holds nothing of another coder's.
public struct CodingQueue: Sendable {
  public struct Item: Sendable {
    /// From 0.
    public let place: Int
    public let document: String
    /// What the coder made of it; nil where they have not come to it yet.
    public let coded: CodedDocument?
    /// Codes that were given under a rule that is another one now.
    public let stale: [Stale]

    /// Whether the coder has come to a judgement, or has skipped it.
    public var isDone: Bool { coded.map { $0.state != .open } ?? false }
  }

  /// A code that is to be looked at again.
  public struct Stale: Hashable, Sendable {
    public let code: String
    public let why: Staleness
  }

  public let coder: String
  /// In the order of their places.
  public let items: [Item]

  /// - Parameter codings: the coder's own are taken, others passed over.
  public init(_ wave: Wave, coder: String, codings: Codings, versions: CodebookVersions) {
    self.coder = coder
    let coded = Dictionary(
      codings.documents.filter { $0.coder == coder }.map { ($0.document, $0) }, uniquingKeysWith: { $1 })
    items = wave.assignments.filter { $0.coder == coder }.sorted { $0.place < $1.place }.map { assignment in
      let own = coded[assignment.document]
      return Item(
        place: assignment.place, document: assignment.document, coded: own,
        stale: own.map { Self.stale($0, versions) } ?? [])
    }
  }

  public subscript(place: Int) -> Item? { items.first { $0.place == place } }

  /// What is to be done next: what is stale before what is new; in the order of the places, from a place on, and then from the first.
  public func next(after place: Int = -1) -> Item? {
    let stale = items.filter { !$0.stale.isEmpty }
    let waiting = stale.isEmpty ? items.filter { !$0.isDone } : stale
    // What was just looked at comes last.
    return waiting.first { $0.place > place } ?? waiting.first
  }

  private static func stale(_ coded: CodedDocument, _ versions: CodebookVersions) -> [Stale] {
    guard coded.isRated else { return [] }
    return coded.given.compactMap { coding in
      coding.code.flatMap { code in
        versions.staleness(of: code, givenUnder: coding.version).map { Stale(code: code, why: $0) }
      }
    }
  }
}

extension Staleness {
  /// In words that follow the code's name.
  public var text: String {
    switch self {
    case .ruleChanged(let version): "rule changed in version \(version)"
    case .removed(let version): "removed in version \(version)"
    case .unknown: "not in its version"
    }
  }
}
