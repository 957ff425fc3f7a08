import Archive
import Chronology
import Discourse

/// Some of a corpus: documents of a time, an outlet, a language. Without conditions, all of it. Of an outlet, case, accents and what stands between
/// letters do not matter, as in a search.
public struct CorpusPart: Hashable, Sendable {
  private var from: Day?
  private var to: Day?
  private var outlet: String?
  private var language: String?

  /// - Parameters:
  ///   - from, to: EDTF: of the first day of the one to the last day of the other.
  /// - Throws: `WorkbenchError.badOption`.
  public init(from: String? = nil, to: String? = nil, outlet: String? = nil, language: String? = nil) throws {
    self.from = try from.map { try Self.day($0, "--from", \.earliest) }
    self.to = try to.map { try Self.day($0, "--to", \.latest) }
    (self.outlet, self.language) = (outlet, language)
  }

  /// Conditions as they are written on the command line: `from=2015`, `to=2016-03`, `outlet=…`, `language=en`. All must hold.
  ///
  /// - Parameter option: for messages.
  public init(conditions: [String], option: String) throws {
    for condition in conditions {
      let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
      let value = parts.count == 2 ? parts[1] : ""
      switch parts.first {
      case "from" where !value.isEmpty: from = try Self.day(value, option, \.earliest)
      case "to" where !value.isEmpty: to = try Self.day(value, option, \.latest)
      case "outlet" where !value.isEmpty: outlet = value
      case "language" where !value.isEmpty: language = value
      default:
        throw WorkbenchError.badOption(
          name: option, value: condition, expected: "from=DATE, to=DATE, outlet=NAME or language=CODE")
      }
    }
  }

  /// Whether a document is of it. One without a date is of no time.
  func has(_ document: DocumentOutline) -> Trichotomy {
    guard isOfOutlet(document), language == nil || document.language == language else { return .no }
    guard from != nil || to != nil else { return .certainly }
    guard let days = document.days, let time = DayRange(earliest: from, latest: to), time.overlaps(days)
    else { return .no }
    return time.contains(days) ? .certainly : .possibly
  }

  private func isOfOutlet(_ document: DocumentOutline) -> Bool {
    guard let outlet else { return true }
    guard let other = document.outlet else { return false }
    if other == outlet { return true }
    let name = IndexText.name(outlet)
    return !name.isEmpty && IndexText.name(other) == name
  }

  /// In words, for a title: "from 2015-01-01, outlet Courier".
  public var text: String {
    let parts =
      [from.map { "from \($0)" }, to.map { "to \($0)" }, outlet.map { "outlet \($0.shown())" }]
      + [language.map { "language \($0.shown())" }]
    let known = parts.compactMap(\.self)
    return known.isEmpty ? "all documents" : known.joined(separator: ", ")
  }

  /// The first or the last day of a date that was asked for.
  static func day(_ text: String, _ option: String, _ end: KeyPath<DayRange, Day?>) throws -> Day {
    guard let date = try? EDTF(text), let day = date.range[keyPath: end] else {
      throw WorkbenchError.badOption(
        name: option, value: text, expected: "a date, as 2017, 2017-03 or 2017-03-04")
    }
    return day
  }
}
