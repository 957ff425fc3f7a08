/// One axis of a count: a dimension, of all parties or only of those on one side (`country@a`).
public struct Axis: Hashable, Sendable {
  public let dimension: Dimension
  /// The side whose parties are meant; nil for the parties that the dimension itself means.
  public let side: String?

  public init(_ dimension: Dimension, side: String? = nil) {
    self.dimension = dimension
    self.side = side
  }

  /// Reads `country` or `country@a`; nil where there is no such dimension, or it has no sides.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let dimension = Dimension(rawValue: parts[0]), parts.count == 1 || dimension.isOfParties,
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    self.init(dimension, side: parts.count == 2 ? parts[1] : nil)
  }

  public var name: String { dimension.rawValue + (side.map { "@" + $0 } ?? "") }
}
