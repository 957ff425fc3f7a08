/// Questions with an answer of three values.
///
/// What an expression claims, in terms of the worlds in which it is true:
/// - A date that is not an interval is an event on one day, anywhere in its range. "1986" does
///   not say that something lasted all of 1986.
/// - An interval starts on a day within the range of its start, ends on one within the range of
///   its end, not before it started, and takes every day between. An open end is later, and an
///   open start earlier, than every day. An unknown end is some day no earlier than the start, an
///   unknown start some day no later than the end.
/// - A set of which one member is meant is an event in one of them.
/// - A set of which all members are meant is an event in each of them; a run "1670..1672" is three
///   years with an event in each, and a run of days takes every day.
///
/// An answer is `certainly` when it holds in every world of both expressions, `no` when in none.
/// Two expressions are taken to be about different things: nothing that is unknown in the one
/// depends on the other, not even for the same text twice.
///
/// The answers are exact, with two exceptions, where `possibly` can stand for an answer that more
/// thought would settle, and the other two answers are still right: dates with digits unspecified
/// before specified ones ("15XX-12-25"), of which only the first and last day are used, and
/// ``overlaps(_:)`` with sets of which all members are meant.
extension EDTF {
  /// Whether it happened within a period: a date on a day of the period, an interval all of it,
  /// of a set of which all members are meant every one.
  public func within(_ period: DayRange) -> Trichotomy {
    answer(with: Trichotomy.and) { $0.within(period) }
  }

  /// Whether it was over on a day before the other started.
  public func before(_ other: EDTF) -> Trichotomy {
    answer(against: other, with: Trichotomy.and) { $0.before($1) }
  }

  /// Whether both have at least one day in common. Two dates do for certain only if each is the
  /// same single day; a date and an interval, if the whole range of the date is in the part of
  /// the interval that is certain.
  public func overlaps(_ other: EDTF) -> Trichotomy {
    answer(against: other, with: Trichotomy.or) { $0.overlaps($1) }
  }

  /// Whether a day is one of its days. For an interval, `certainly` from the latest day it can
  /// start to the earliest it can end; for a date, only if it is that single day.
  public func active(on day: Day) -> Trichotomy {
    answer(with: Trichotomy.or) { $0.covers(day.number) }
  }

  /// The occurrence of a date or an interval, with an open end beyond every day.
  private var extent: Extent {
    Extent(
      start: startBoundary == .open ? DayRange(lower: .min, upper: .min) : start,
      end: endBoundary == .open ? DayRange(lower: .max, upper: .max) : end)
  }

  /// The possible cases, of which one is true: each a list of occurrences that are all true.
  private var cases: [ArraySlice<Extent>] {
    switch form {
    case .date, .interval: [[extent]]
    case .oneOf: memberExtents.indices.map { memberExtents[$0...$0] }
    case .allOf: [memberExtents[...]]
    }
  }

  private typealias Connective = (Trichotomy) -> (Trichotomy) -> Trichotomy

  private func answer(
    with connective: Connective, _ question: (Extent) -> Trichotomy
  ) -> Trichotomy {
    if memberExtents.isEmpty { return question(extent) }
    return cases.map { $0.map(question).combined(with: connective) }
      .combined(with: Trichotomy.either)
  }

  private func answer(
    against other: EDTF, with connective: Connective,
    _ question: (Extent, Extent) -> Trichotomy
  ) -> Trichotomy {
    if memberExtents.isEmpty && other.memberExtents.isEmpty {
      return question(extent, other.extent)
    }
    let answers = cases.flatMap { mine in
      other.cases.map { theirs in
        mine.flatMap { left in theirs.map { question(left, $0) } }.combined(with: connective)
      }
    }
    return answers.combined(with: Trichotomy.either)
  }
}

extension [Trichotomy] {
  /// The answers joined from first to last; there is at least one.
  fileprivate func combined(
    with connective: (Trichotomy) -> (Trichotomy) -> Trichotomy
  ) -> Trichotomy {
    dropFirst().reduce(self[0]) { connective($0)($1) }
  }
}
