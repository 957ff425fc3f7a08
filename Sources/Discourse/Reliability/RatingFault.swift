/// A rating that cannot be taken.
public enum RatingFault: Error, Hashable, Sendable {
  /// The coder has rated the unit before.
  case repeated(unit: String, coder: String)
  /// Not what the level wants.
  case unfit(value: String, level: Level)
  /// None of the categories that were declared.
  case undeclared(value: String, categories: [String])
}
