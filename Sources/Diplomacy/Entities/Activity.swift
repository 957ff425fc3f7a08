public import Chronology

/// Whether a partnership is alive on a date. Unknown is a state of its own, never counted as inactive.
public enum ActivityState: String, Term {
  case active, inactive, unknown
}

/// What evidences that a partnership is alive or not.
public struct ActivityEvidence: Hashable, Sendable {
  /// True for events, episodes that take both sides, and sources that call it active; false for sources that call it inactive.
  public let isActive: Bool
  /// When it happened, or what time the declaration speaks of.
  public let days: DayRange

  public init(isActive: Bool, days: DayRange) {
    self.isActive = isActive
    self.days = days
  }
}

extension ActivityState {
  /// The states the evidence leaves open on a day: *active* when something evidences it within the window before, *inactive* when a
  /// source declared so within the window and nothing evidences the contrary, otherwise *unknown*.
  ///
  /// - Parameter years: the window; two years where a study does not say otherwise, as in the survey report.
  /// - Returns: one state when the dates leave no doubt, otherwise those that are possible, the likeliest to be stated first.
  public static func possible(on day: Day, within years: Int = 2, given evidence: [ActivityEvidence])
    -> [ActivityState]
  {
    let window = window(before: day, years: years)
    let signs = answer(evidence.filter(\.isActive), window)
    let denials = answer(evidence.filter { !$0.isActive }, window)
    switch (signs, denials) {
    case (.certainly, _): return [.active]
    case (.possibly, .certainly): return [.active, .inactive]
    case (.possibly, .possibly): return [.active, .inactive, .unknown]
    case (.possibly, .no): return [.active, .unknown]
    case (.no, .certainly): return [.inactive]
    case (.no, .possibly): return [.inactive, .unknown]
    case (.no, .no): return [.unknown]
    }
  }

  /// From the day after the same date `years` ago to the day itself; 29 February counts back to 28 February.
  private static func window(before day: Day, years: Int) -> DayRange {
    let (year, month, date) = day.components
    let start =
      Day(year: year - years, month: month, day: date) ?? Day(year: year - years, month: month, day: date - 1)
    return DayRange(earliest: start?.advanced(by: 1), latest: day) ?? DayRange(day)
  }

  /// Whether something of the evidence lies in the window.
  private static func answer(_ evidence: [ActivityEvidence], _ window: DayRange) -> Trichotomy {
    evidence.map { one -> Trichotomy in
      window.contains(one.days) ? .certainly : window.overlaps(one.days) ? .possibly : .no
    }.reduce(Trichotomy.no) { $0.or($1) }
  }
}
