/// Two texts whose runs were compared, all of them.
public struct TextPair: Hashable, Sendable {
  public let first: Int
  public let second: Int
  /// How many runs both have, and how many each has.
  let shared: Int
  let firstCount: Int
  let secondCount: Int

  public var resemblance: Double { Double(shared) / Double(firstCount + secondCount - shared) }
  public var containment: Double { Double(shared) / Double(min(firstCount, secondCount)) }
}
