import Chronology

/// What an expression may be, one world after another, on a calendar of six days; made beside the
/// text of the expression, and without its help.
struct Claim {
  /// Something that is there from one day to another.
  struct Stay: Hashable {
    let start: Int
    let end: Int
  }

  let text: String
  /// Each world is everything that is there in it.
  let worlds: [[Stay]]
  /// Whether the expression has several occurrences in one world.
  var isMany: Bool { worlds.contains { $0.count > 1 } }

  init(_ text: String, _ worlds: [[Stay]]) {
    self.text = text
    self.worlds = worlds
  }

  /// The days that expressions name: 2000-02-27 to 2000-03-03.
  static let named = 0...5
  /// The days that there are, with room for what is unbounded or unknown.
  static let all = -3...8

  /// The day with a number of this calendar.
  static func day(_ number: Int) -> Day {
    Day(number: 11_014 + number)
  }

  private static func events(_ days: ClosedRange<Int>) -> [[Stay]] {
    days.map { [Stay(start: $0, end: $0)] }
  }

  /// Every date, interval and set of the kinds that days can be written in.
  static let claims: [Claim] = [unknownDate] + dates + intervals + halfIntervals + sets

  private static let unknownDate = Claim("XXXX", events(all))

  private static let dates = named.map { Claim("\(day($0))", events($0...$0)) }

  private static let intervals = named.flatMap { first in
    (first...named.upperBound).map { last in
      Claim("\(day(first))/\(day(last))", [[Stay(start: first, end: last)]])
    }
  }

  private static let halfIntervals = named.flatMap { number in
    [
      Claim("\(day(number))/..", [[Stay(start: number, end: all.upperBound + 1)]]),
      Claim("../\(day(number))", [[Stay(start: all.lowerBound - 1, end: number)]]),
      Claim(
        "\(day(number))/", (number...all.upperBound).map { [Stay(start: number, end: $0)] }),
      Claim(
        "/\(day(number))", (all.lowerBound...number).map { [Stay(start: $0, end: number)] }),
      Claim("[\(day(number))..]", events(number...all.upperBound)),
      Claim("[..\(day(number))]", events(all.lowerBound...number)),
      Claim("{\(day(number))..}", [[Stay(start: number, end: all.upperBound + 1)]]),
      Claim("{..\(day(number))}", [[Stay(start: all.lowerBound - 1, end: number)]]),
    ]
  }

  private static let sets = named.flatMap { first in
    (first...named.upperBound).flatMap { last in
      [
        Claim("[\(day(first))..\(day(last))]", events(first...last)),
        Claim("{\(day(first))..\(day(last))}", [[Stay(start: first, end: last)]]),
        Claim("[\(day(first)),\(day(last))]", events(first...first) + events(last...last)),
        Claim(
          "{\(day(first)),\(day(last))}",
          [[Stay(start: first, end: first), Stay(start: last, end: last)]]),
        Claim(
          "[..\(day(first)),\(day(last))..]",
          events(all.lowerBound...first) + events(last...all.upperBound)),
      ]
    }
  }
}
