import Diplomacy

/// Which shares are asked for.
public struct ThemeQuestion: Sendable {
  /// What the corpus is parted by.
  public enum Part: String, CaseIterable, Sendable {
    case none, year, month, outlet, language
  }

  /// What counts once.
  public enum Unit: String, CaseIterable, Sendable {
    case document, cluster
  }

  public var part: Part
  public var unit: Unit
  /// The codes; nil for those at the top, each with all that is nested in it.
  public var codes: [String]?
  /// Two parts to be compared; nil for each with the one before it.
  public var pair: (before: String, after: String)?
  /// Whether documents are left out that somebody still has to code: what others found in them is not to be seen yet.
  public var isOfFinished: Bool

  public init(
    part: Part = .year, unit: Unit = .document, codes: [String]? = nil,
    pair: (before: String, after: String)? = nil, isOfFinished: Bool = false
  ) {
    (self.part, self.unit, self.codes, self.pair) = (part, unit, codes, pair)
    self.isOfFinished = isOfFinished
  }

  /// Reads `2019,2020`.
  ///
  /// - Throws: `WorkbenchError.badOption` unless it is two parts.
  public static func pair(_ text: String) throws -> (before: String, after: String) {
    let parts = text.split(separator: ",").map { $0.trimmingSpaces() }
    guard parts.count == 2, parts[0] != parts[1] else {
      throw WorkbenchError.badOption(name: "--compare", value: text, expected: "two parts, as 2019,2020")
    }
    return (parts[0], parts[1])
  }
}
