/// The arithmetic of the proleptic Gregorian calendar with astronomical years (ISO 8601-1:2019,
/// 4.2.1): year 0 exists, and is a leap year.
enum Gregorian {
  /// The years whose days are all representable as an `Int` count of days.
  static let years = -25_000_000_000_000_000...25_000_000_000_000_000

  /// Days in a cycle of 400 years, after which the calendar repeats.
  private static let cycle = 146_097

  /// Days from 2000-03-01, the start of a cycle, back to 1970-01-01.
  private static let epoch = 11_017

  /// Whether a year has 366 days.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 1–12, in a year.
  static func length(ofMonth month: Int, inYear year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  /// Days since 1970-01-01 of a day that exists, in a year within ``years``.
  ///
  /// Years are counted from 1 March, so that a leap day is the last day of its year.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let years = (month > 2 ? year : year - 1) - 2000
    let cycles = floor(years, by: 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let (yearOfCycle, start) = (cycles.remainder, cycles.quotient * cycle)
    return start + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear + epoch
  }

  /// The year, month and day of any count of days since 1970-01-01; the inverse of
  /// ``number(year:month:day:)``. Total: no count overflows.
  static func components(_ number: Int) -> (year: Int, month: Int, day: Int) {
    var (cycles, dayOfCycle) = floor(number, by: cycle)
    dayOfCycle -= epoch
    if dayOfCycle < 0 {
      dayOfCycle += cycle
      cycles -= 1
    }
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = 2000 + cycles * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  /// Division rounding towards minus infinity, with a remainder that is never negative.
  private static func floor(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
