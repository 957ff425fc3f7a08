/// The values that ratings can take, and the level that they are measured at.
public struct Scale: Hashable, Sendable {
  public let level: Level
  /// As they are written, each once: from the lowest to the highest where they have an order.
  public let categories: [String]
  /// What the categories are as numbers; their places from 1 where they are no numbers.
  public let numbers: [Double]

  /// The categories that a collector came across, or was told.
  ///
  /// - Parameter numbers: nil where places count.
  init(level: Level, categories: [String], numbers: [Double]? = nil) {
    self.level = level
    self.categories = categories
    self.numbers = numbers ?? categories.indices.map { Double($0 + 1) }
  }
}
