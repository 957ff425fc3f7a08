/// A member of a set, as read: a date, or the years, months or days from one date to another.
struct Run {
  let range: DayRange
  let traits: Traits
  let isRun: Bool
  /// The first and the last of the dates, beyond every day where there is none.
  private let first: DayRange
  private let last: DayRange
  private let precision: ParsedDate.Precision

  /// One date.
  init(single date: ParsedDate) {
    range = date.range
    traits = date.traits
    isRun = false
    first = date.range
    last = date.range
    precision = date.precision
  }

  /// The dates from one to another; from all earlier ones, or to all later ones, when `nil`. At
  /// least one is a date.
  init(first: ParsedDate?, last: ParsedDate?) {
    var traits = first?.traits ?? Traits()
    if let last { traits.merge(last.traits) }
    self.traits = traits
    isRun = true
    self.first = first?.range ?? DayRange(lower: .min, upper: .min)
    self.last = last?.range ?? DayRange(lower: .max, upper: .max)
    precision = first?.precision ?? last?.precision ?? .partial
    range = self.first.hull(self.last)
  }

  /// The occurrences when all the dates are meant. Days take every day of the run. Of longer
  /// dates, each has an event on one of its days: those of the first and the last date decide
  /// about everything that must be true of all, and one somewhere between stands for the rest.
  var extents: [Extent] {
    if !isRun { return [Extent(eventIn: range)] }
    if precision == .day { return [Extent(throughout: range)] }
    return [Extent(eventIn: first), Extent(eventIn: last), Extent(eventIn: range)]
  }
}
