extension CheckStatus {
  /// The word as a name of a style: `within-bounds`.
  public var style: String { rawValue.replacing(" ", with: "-") }

  /// A mark beside the word, so that no colour is needed to tell them apart.
  public var mark: String {
    switch self {
    case .reproduced: "✓"
    case .withinBounds: "≈"
    case .differs: "≠"
    case .recorded: "◦"
    case .notRecomputable: "–"
    }
  }

  /// What the status means, for the legend.
  public var meaning: String {
    switch self {
    case .reproduced: "computed from finer statements, and equal"
    case .withinBounds: "the record leaves bounds, and the published value lies between them"
    case .differs: "what the record comes to is not what was published"
    case .recorded: "the record holds the figure itself and nothing finer"
    case .notRecomputable: "the data it needs are not in the record"
    }
  }
}
