import Archive
public import Chronology

/// A stretch of days that establishment is asked about, as the user wrote it.
public struct Period: Hashable, Sendable {
  public let name: String
  let range: DayRange

  /// Reads an EDTF date or interval; `2014/2017` is from the first day of 2014 to the last of 2017.
  public init(_ text: String) throws(EDTFError) {
    let date = try EDTF(text)
    name = text
    range = date.range
  }

  /// Whether the partnership was established within it.
  func answer(_ unit: PartnershipUnit) -> Trichotomy {
    answer(unit.dates.establishedEarliest, unit.dates.establishedLatest)
  }

  /// Whether something that lies between two days, either of them open when nil, lies within it.
  func answer(_ earliest: Day?, _ latest: Day?) -> Trichotomy {
    guard let days = DayRange(earliest: earliest, latest: latest) else { return .possibly }
    if range.contains(days) { return .certainly }
    return range.overlaps(days) ? .possibly : .no
  }

  /// Whether a stated count is of just this period.
  func isSame(earliest: String?, latest: String?) -> Bool {
    range.earliest?.description == earliest && range.latest?.description == latest
  }
}

extension [Period] {
  /// Whether something that lies between two days lies within any of them; certainly, too, where together they leave it no other day.
  func answer(_ earliest: Day?, _ latest: Day?) -> Trichotomy {
    let single = map { $0.answer(earliest, latest) }.reduce(Trichotomy.no) { $0.or($1) }
    guard single == .possibly, let from = earliest, let to = latest else { return single }
    // The first day not covered yet.
    var open = from
    while let cover = first(where: { $0.range.contains(open) }) {
      guard let last = cover.range.latest, last < to else { return .certainly }
      open = last.advanced(by: 1)
    }
    return .possibly
  }
}
