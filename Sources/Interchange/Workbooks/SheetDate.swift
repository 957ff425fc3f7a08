import Chronology

/// Writes the number of a date cell as what the cell shows: a day, a month, a year, a day with a time, or a time (ECMA-376 part 1, 18.17.4).
enum SheetDate {
  /// Which day a workbook counts from.
  enum System {
    /// 1 is 1900-01-01, and 60 the 29th of February that 1900 did not have: days from 1900-03-01 are one higher than they should be.
    case from1900
    /// 0 is 1904-01-01.
    case from1904
  }

  /// A number that is no date, with what was expected.
  struct Fault: Error, Equatable {
    /// The day that is stored, where there is one.
    var found: String?
    let expected: String
  }

  /// EDTF for days, months and years; `2020-03-05T14:30:00` where the time is shown and is not midnight; `14:30:00` for a time alone.
  static func text(_ serial: Double, _ format: NumberFormat, _ system: System) throws(Fault) -> String {
    guard serial >= 0, serial < 2_958_466 else {
      throw Fault(expected: "a date from 1900 to 9999 in a cell that is formatted as one")
    }
    // To the second, as a spreadsheet shows it.
    let seconds = Int((serial * 86_400).rounded())
    let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if !format.showsYear, !format.showsMonth, !format.showsDay {
      return clock(format.showsElapsed ? seconds : time)
    }
    let (year, month, day) = try self.day(days, system).components
    guard (1900...9999).contains(year) else {
      throw Fault(expected: "a date from 1900 to 9999 in a cell that is formatted as one")
    }
    let text = [String(year), two(month), two(day)]
    guard format.showsYear else {
      throw Fault(
        found: text.joined(separator: "-"),
        expected:
          "a date that shows its year: this format hides it, and where only a day and a month were typed, "
          + "the spreadsheet made up the year. Format the cell with the year, or as text")
    }
    guard format.showsDay else { return text.prefix(format.showsMonth ? 2 : 1).joined(separator: "-") }
    return text.joined(separator: "-") + (format.showsTime && time > 0 ? "T" + clock(time) : "")
  }

  private static func day(_ days: Int, _ system: System) throws(Fault) -> Day {
    switch system {
    case .from1904: return Day(number: days - 24_107)
    case .from1900:
      if days == 0 { throw Fault(expected: "a date: 0 is no day where 1 is 1900-01-01") }
      if days == 60 {
        throw Fault(expected: "a date: 60 stands for 1900-02-29 in a spreadsheet, a day that never was")
      }
      return Day(number: days - (days < 60 ? 25_568 : 25_569))
    }
  }

  private static func clock(_ seconds: Int) -> String {
    [two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60)].joined(separator: ":")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
