public import Archive
public import Diplomacy

/// Under which policy a result was made, in words.
public enum PolicyNote {
  /// How the sentence begins.
  static let start = "Policy: "

  public static func text(_ policy: Policy) -> String {
    let meaning =
      switch policy {
      case .undecided: "rival values of the best rank are all carried, as bounds"
      case .earliestSource: "of rival values of the best rank, the one whose sources were issued first"
      case .latestSource: "of rival values of the best rank, the one whose sources were issued last"
      case .lowest: "of rival values of the best rank, the least"
      case .highest: "of rival values of the best rank, the greatest"
      case .sourcesFirst: "of rival values of the best rank, that of the first of these sources that speaks"
      }
    return "\(start)\(policy) (\(meaning))."
  }

  /// That of the archive's own lens, with its day and moment where it has them.
  public static func text(for archive: ArchiveStore) throws -> String { text(for: try archive.lens()) }

  /// That of a lens.
  public static func text(for lens: Lens) -> String {
    let day = lens.validOn.map { " As valid on \($0)." } ?? ""
    let moment = lens.knownAt.map { " As known at \($0)." } ?? ""
    return text(lens.policy) + day + moment
  }
}
