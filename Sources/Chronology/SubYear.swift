/// The parts of a year that have a code in the place of the month (Library of Congress EDTF
/// specification, Level 1 "Seasons" and Level 2 "Sub-year groupings"; ISO 8601-2:2019, 4.8).
///
/// The standard gives seasons no dates. Here they are the meteorological seasons, of three whole
/// months each:
///
/// | codes | part | months |
/// | --- | --- | --- |
/// | 21–24 | spring, summer, autumn, winter | as on the northern hemisphere |
/// | 25–28 | the same, northern hemisphere | Mar–May, Jun–Aug, Sep–Nov, Dec–Feb |
/// | 29–32 | the same, southern hemisphere | Sep–Nov, Dec–Feb, Mar–May, Jun–Aug |
/// | 33–36 | quarters | Jan–Mar, Apr–Jun, Jul–Sep, Oct–Dec |
/// | 37–39 | quadrimesters | Jan–Apr, May–Aug, Sep–Dec |
/// | 40–41 | semesters | Jan–Jun, Jul–Dec |
///
/// A season from December to February starts in the year it is written with, and ends in the next.
struct SubYear {
  /// The codes there are.
  static let codes = 21...41

  /// The first month, 1–12.
  let firstMonth: Int
  /// How many months it lasts.
  let months: Int

  /// The part with a code among ``codes``.
  init(code: Int) {
    switch code {
    case 29...32: self.init((code - 29 + 2) % 4 * 3 + 3, 3)
    case 33...36: self.init((code - 33) * 3 + 1, 3)
    case 37...39: self.init((code - 37) * 4 + 1, 4)
    case 40...: self.init((code - 40) * 6 + 1, 6)
    default: self.init((code - 21) % 4 * 3 + 3, 3)
    }
  }

  private init(_ firstMonth: Int, _ months: Int) {
    self.firstMonth = firstMonth
    self.months = months
  }

  /// The number of the first day, in a year.
  func firstDay(in year: Int) -> Int {
    Gregorian.number(year: year, month: firstMonth, day: 1)
  }

  /// The number of the last day, in a year or at the start of the next.
  func lastDay(in year: Int) -> Int {
    let next = firstMonth + months
    return Gregorian.number(
      year: next > 12 ? year + 1 : year, month: next > 12 ? next - 12 : next, day: 1) - 1
  }
}
