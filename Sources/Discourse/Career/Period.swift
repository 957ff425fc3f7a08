public import Chronology

extension Career {
  /// A stretch of time that a career is told by.
  public struct Period: Hashable, Sendable {
    public enum Length: String, Hashable, Sendable, CaseIterable {
      case month, year, decade
    }

    /// As EDTF: `2023-05`, `2023`, `202X`.
    public let name: String
    public let days: DayRange

    /// The periods from the one with the first day to the one with the last, without a gap; none where they are more than `most`.
    public static func periods(_ length: Length, from first: Day, to last: Day) -> [Period] {
      let (start, end) = (first.components, last.components)
      let years = end.year - start.year + 1
      let count = length == .month ? 12 * years : length == .year ? years : years / 10
      guard count <= most else { return [] }
      switch length {
      case .month:
        let months = (start.year * 12 + start.month - 1)...(end.year * 12 + end.month - 1)
        return months.compactMap { number in
          let year = Int((Double(number) / 12).rounded(.down))
          return period(
            "\(named(year))-\(padded(number - 12 * year + 1, 2))", year, number - 12 * year + 1, months: 1)
        }
      case .year:
        return (start.year...end.year).compactMap { period(named($0), $0, 1, months: 12) }
      case .decade:
        return (decade(of: start.year)...decade(of: end.year)).compactMap { number in
          period(named(10 * number).dropLast() + "X", 10 * number, 1, months: 120)
        }
      }
    }

    /// Beyond so many, a career has no periods: a date that is far off, most likely a slip, would make thousands.
    public static let most = 2_000

    private static func decade(of year: Int) -> Int { Int((Double(year) / 10).rounded(.down)) }

    private static func period(_ name: String, _ year: Int, _ month: Int, months: Int) -> Period? {
      let after = year * 12 + month - 1 + months
      let nextYear = Int((Double(after) / 12).rounded(.down))
      guard let first = Day(year: year, month: month, day: 1),
        let next = Day(year: nextYear, month: after - 12 * nextYear + 1, day: 1),
        let days = DayRange(earliest: first, latest: next.advanced(by: -1))
      else { return nil }
      return Period(name: name, days: days)
    }

    private static func named(_ year: Int) -> String { (year < 0 ? "-" : "") + padded(abs(year), 4) }

    private static func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
