/// Ratings of units by coders, of which any may be missing: what reliability is computed from.
///
/// A coder rates a unit once at most. Units without any rating are not kept.
public struct Ratings: Sendable {
  public let scale: Scale
  public let units: [String]
  /// Empty where it is only known how many coders gave which value.
  public let coders: [String]
  /// Where each unit's ratings begin, and, last, how many there are.
  let starts: [Int]
  /// Who gave each rating; all 0 where that is not known.
  let givers: [Int]
  /// The category of each rating, by its place in the scale.
  let values: [Int]

  /// How many ratings there are.
  public var count: Int { values.count }
  /// How many units are rated by two coders or more: all that agreement can be seen on.
  public var sharedUnits: Int { units.indices.count { span($0).count > 1 } }
  /// The most ratings that a unit has: as many coders there are at least.
  public var mostRatings: Int { units.indices.map { span($0).count }.max() ?? 0 }

  func span(_ unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }
}
