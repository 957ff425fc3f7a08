/// How many, when it is not known exactly: at least `certain` and at most `possible`.
///
/// A count built by tallying answers has 0 ≤ `certain` ≤ `possible`. A difference may be negative.
/// The operators are those of interval arithmetic (R. E. Moore, *Interval Analysis*, 1966); they
/// trap on overflow as `Int` does.
public struct Count: Hashable, Sendable {
  /// The least it can be: what certainly counts.
  public let certain: Int

  /// The most it can be: what certainly or possibly counts.
  public let possible: Int

  /// A number between two bounds, both included. Traps when `certain` is more than `possible`.
  public init(certain: Int, possible: Int) {
    precondition(certain <= possible, "a count that is certain beyond what is possible")
    self.certain = certain
    self.possible = possible
  }

  /// A number that is known.
  public init(_ exact: Int) {
    self.init(certain: exact, possible: exact)
  }

  /// The number of answers that hold: every `certainly` counts, a `possibly` may.
  public init(tallying answers: some Sequence<Trichotomy>) {
    self = answers.reduce(.zero) { $0.adding($1) }
  }

  /// None, exactly.
  public static let zero = Count(0)

  /// Whether the number is known.
  public var isExact: Bool { certain == possible }

  /// Whether the number can be this.
  public func contains(_ number: Int) -> Bool {
    certain <= number && number <= possible
  }

  /// The count after one more item, which is in it `certainly`, `possibly` or not (`no`).
  public func adding(_ answer: Trichotomy) -> Count {
    switch answer {
    case .certainly: Count(certain: certain + 1, possible: possible + 1)
    case .possibly: Count(certain: certain, possible: possible + 1)
    case .no: self
    }
  }

  /// The sum of two counts of different items.
  public static func + (left: Count, right: Count) -> Count {
    Count(certain: left.certain + right.certain, possible: left.possible + right.possible)
  }

  /// The difference of two counts that have nothing to do with each other: least when the first
  /// is least and the second most. It may be negative.
  ///
  /// For a part taken out of its own whole this is too wide: ``removing(subset:)`` and
  /// ``removing(selection:)`` know better.
  public static func - (left: Count, right: Count) -> Count {
    Count(certain: left.certain - right.possible, possible: left.possible - right.certain)
  }
}

extension Count: CustomStringConvertible {
  /// "12" when the number is known, else both bounds with an en dash between them: "12–14".
  public var description: String {
    isExact ? String(certain) : "\(certain)–\(possible)"
  }
}
