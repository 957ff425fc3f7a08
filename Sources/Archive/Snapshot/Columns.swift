import Chronology
import Diplomacy

/// A date as three columns: as written, and the first and last day it can mean.
struct DateColumns {
  let text: String?
  let earliest: String?
  let latest: String?

  init(_ date: EDTF?) { self.init(date.map { [$0] } ?? []) }

  /// Rival or alternative dates: their texts joined by " or ", and the hull of their days.
  init(_ date: OneOf<EDTF>?) { self.init(date?.alternatives ?? []) }

  private init(_ dates: [EDTF]) {
    text = dates.isEmpty ? nil : dates.map(\.text).joined(separator: " or ")
    let starts = dates.map(\.range.earliest)
    let ends = dates.map(\.range.latest)
    earliest = dates.isEmpty || starts.contains(nil) ? nil : starts.compactMap(\.self).min().map(Self.clipped)
    latest = dates.isEmpty || ends.contains(nil) ? nil : ends.compactMap(\.self).max().map(Self.clipped)
  }

  /// ISO text within the years whose text order is time order.
  private static func clipped(_ day: Day) -> String {
    switch day.components.year {
    case ..<0: "0000-01-01"
    case 10_000...: "9999-12-31"
    default: day.description
    }
  }
}

/// An amount as three columns: as written, and the least and the most it can be.
struct AmountColumns {
  let text: String?
  let lowest: Double?
  let highest: Double?

  init(_ amount: OneOf<Amount>?) {
    let amounts = amount?.alternatives ?? []
    text = amounts.isEmpty ? nil : amounts.map(\.text).joined(separator: " or ")
    let lows = amounts.map(\.lowest)
    let highs = amounts.map(\.highest)
    lowest = lows.contains(nil) ? nil : lows.compactMap(\.self).min()
    highest = highs.contains(nil) ? nil : highs.compactMap(\.self).max()
  }
}
