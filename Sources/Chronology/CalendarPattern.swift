/// A year, a month or part of the year, and a day, each with specified or unspecified digits: the
/// days that match it, and of these the first and the last.
struct CalendarPattern {
  var year = MaskedNumber()
  var isNegative = false
  var month: MaskedNumber?
  var subYear: SubYear?
  var day: MaskedNumber?

  /// An end of the calendar.
  enum Side { case first, last }

  /// The range from the first day that matches to the last; `nil` when no day matches.
  ///
  /// Days between the two need not match: "15XX-12-25" reaches from 1500-12-25 to 1599-12-25.
  /// A year that is wholly unspecified, "XXXX", can be any year: there is no bound. So can
  /// "-XXXX" be any year before year 0.
  var range: DayRange? {
    guard let first = extreme(.first), let last = extreme(.last) else { return nil }
    guard year.isWhollyUnspecified else { return DayRange(lower: first, upper: last) }
    return isNegative ? DayRange(lower: .min, upper: last) : .always
  }

  /// The number of the first or last day that matches.
  private func extreme(_ side: Side) -> Int? {
    // A negative year is the earlier the larger its digits.
    let order = isNegative ? (side == .first ? Side.last : .first) : side
    return year.extreme(order) { number in
      if isNegative && number == 0 { return nil }
      return extreme(side, inYear: isNegative ? -number : number)
    }
  }

  private func extreme(_ side: Side, inYear year: Int) -> Int? {
    if let subYear {
      return side == .first ? subYear.firstDay(in: year) : subYear.lastDay(in: year)
    }
    guard let month else {
      return side == .first
        ? Gregorian.number(year: year, month: 1, day: 1)
        : Gregorian.number(year: year, month: 12, day: 31)
    }
    return month.extreme(side) { number in
      (1...12).contains(number) ? extreme(side, inYear: year, month: number) : nil
    }
  }

  private func extreme(_ side: Side, inYear year: Int, month: Int) -> Int? {
    let length = Gregorian.length(ofMonth: month, inYear: year)
    guard let day else {
      return Gregorian.number(year: year, month: month, day: side == .first ? 1 : length)
    }
    return day.extreme(side) { number in
      (1...length).contains(number)
        ? Gregorian.number(year: year, month: month, day: number) : nil
    }
  }
}

extension MaskedNumber {
  /// The first answer there is when asking of the numbers it can be, from one side to the other.
  fileprivate func extreme(_ side: CalendarPattern.Side, _ answer: (Int) -> Int?) -> Int? {
    let count = choices
    for index in 0..<count {
      if let found = answer(choice(side == .first ? index : count - 1 - index)) { return found }
    }
    return nil
  }
}
