/// The rule that picks among contradicting statements of the best rank.
public enum Policy: Hashable, Sendable, CustomStringConvertible {
  /// No choice: every rival value stays possible, and counts and sums carry the bounds. The default.
  case undecided
  case earliestSource, latestSource
  /// The least or greatest amount or date; values without an order go by the earliest source.
  case lowest, highest
  /// The first of these sources that speaks; where none does, the earliest source.
  case sourcesFirst([SourceID])

  /// Those that need no sources named, the default first.
  public static let plain: [Policy] = [.undecided, .earliestSource, .latestSource, .lowest, .highest]

  public var description: String {
    switch self {
    case .undecided: "undecided"
    case .earliestSource: "earliest-source"
    case .latestSource: "latest-source"
    case .lowest: "lowest"
    case .highest: "highest"
    case .sourcesFirst(let sources): "first:" + sources.map(\.text).joined(separator: ",")
    }
  }

  /// Reads the form that `description` writes; nil when it is none.
  public init?(_ text: String) {
    if let policy = Self.plain.first(where: { $0.description == text }) {
      self = policy
    } else if text.hasPrefix("first:") {
      let sources = text.dropFirst(6).split(separator: ",").map { SourceID(String($0)) }
      guard !sources.isEmpty else { return nil }
      self = .sourcesFirst(sources)
    } else {
      return nil
    }
  }
}
