import Archive
import Chronology
import Diplomacy

/// What the rows or columns of a table of events or flows are.
public enum EventDimension: String, CaseIterable, Sendable {
  case type, channel, initiative, modality
  /// The states of the participants.
  case country
  /// The states of those who give, and of those who receive.
  case giverCountry = "giver-country"
  case takerCountry = "taker-country"
  /// Those who give, and those who receive.
  case giver, taker
  /// The year and the given periods in which it happened.
  case year, period
  /// Of flows only.
  case item, terms, outcome
  case all

  var caption: String {
    switch self {
    case .giverCountry: "Country of the giver"
    case .takerCountry: "Country of the taker"
    case .all: ""
    default: rawValue.capitalizedFirst
    }
  }

  /// The places a unit takes along this axis; an event in two channels takes both.
  func places(of unit: EventUnit, periods: [Period], within period: Period?) -> [[String]] {
    switch self {
    case .type: Self.one(unit.type)
    case .modality: Self.one(unit.modality)
    case .channel: Self.each(unit.channels)
    case .initiative: Self.each(unit.initiatives)
    case .country: Self.seats(unit, roles: nil, \.states)
    case .giverCountry: Self.seats(unit, roles: Self.givers, \.states)
    case .takerCountry: Self.seats(unit, roles: Self.takers, \.states)
    case .giver: Self.seats(unit, roles: Self.givers, \.actors)
    case .taker: Self.seats(unit, roles: Self.takers, \.actors)
    case .year: [Years.between(unit.earliest, unit.latest, within: period)]
    case .period:
      [periods.filter { $0.answer(unit.earliest, unit.latest) != .no }.map(\.name)].filter { !$0.isEmpty }
    case .item: Self.one(unit.goods?.named)
    case .terms: Self.one(unit.goods?.terms)
    case .outcome: Self.one(unit.goods?.outcome)
    case .all: [["all"]]
    }
  }

  private static let givers: [Role] = [.donor, .sender, .seller]
  private static let takers: [Role] = [.recipient, .buyer]

  private static func one(_ word: String?) -> [[String]] { [[word ?? Dimension.unknown]] }

  private static func each(_ words: [String]) -> [[String]] {
    words.isEmpty ? [["none named"]] : words.map { [$0] }
  }

  private static func seats(
    _ unit: EventUnit, roles: [Role]?, _ read: (EventUnit.Seat) -> [String]
  ) -> [[String]] {
    var places: [[String]] = []
    for seat in unit.seats where roles?.map(\.rawValue).contains(seat.role ?? "") ?? true {
      let place = read(seat).isEmpty ? [Dimension.unknown] : read(seat)
      if !places.contains(place) { places.append(place) }
    }
    return places.isEmpty ? [[Dimension.unknown]] : places
  }
}

/// Years as keys of an axis.
enum Years {
  /// Each year that the days can lie in, of those of the period asked about; one unknown year when they are unbounded, or further
  /// apart than two centuries.
  static func between(_ earliest: Day?, _ latest: Day?, within period: Period?) -> [String] {
    names(span(earliest, latest).flatMap { $0.years(within: period) })
  }

  /// The first and the last year that the days can lie in; nil for an unknown year.
  static func span(_ earliest: Day?, _ latest: Day?) -> ClosedRange<Int>? {
    guard let from = earliest?.components.year, let to = latest?.components.year, from <= to, to - from < 200
    else { return nil }
    return from...to
  }

  /// Years as keys, of four digits at least.
  static func names(_ span: ClosedRange<Int>?) -> [String] {
    guard let span else { return [Dimension.unknown] }
    return span.map { year in
      String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }
  }
}

extension ClosedRange<Int> {
  /// Those of the years that the period has; nil where it has none of them.
  func years(within period: Period?) -> Self? {
    let first = Swift.max(lowerBound, period?.range.earliest?.components.year ?? lowerBound)
    let last = Swift.min(upperBound, period?.range.latest?.components.year ?? upperBound)
    return first <= last ? first...last : nil
  }
}
