public import Chronology

/// Reads the day of dates as newspapers, feeds and databases write them; what can be read in two ways is refused.
///
/// EDTF as it is; `2017/3/4`, `2017.03.04`, `20170304`, each with a time of day or without; `4 March 1987`, `March 4, 1987`, `26-FEB-1987 15:01:01.79`,
/// `Thu, 26 Feb 1987 15:01:01 GMT`; `2017年3月4日`. Not `3/4/2017`, which is in April or in March.
public enum DateText {
  public static let expectation =
    "a date such as 2017-03-04, 2017-03, 2017, 4 March 2017 or 2017年3月4日 (3/4/2017 can be read in two ways)"

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// Nil of what is none of these.
  public static func read(_ text: String) -> EDTF? {
    let text = text.trimmingSpaces()
    // Most are plain days, and eight digits are no year.
    if text.utf8.count != 8 || text.contains("-"), let date = try? EDTF(text) { return date }
    guard text.utf8.count <= 64 else { return nil }
    if let match = text.wholeMatch(of: /(\d{4})[-\/.](\d{1,2})[-\/.](\d{1,2})(?:[ T]+\d.*)?/) {
      return day(match.1, match.2, match.3)
    }
    if let match = text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})(?:[ T]?\d{2}.*)?/) {
      return day(match.1, match.2, match.3)
    }
    if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(\d{1,2})日.*/) {
      return day(match.1, match.2, match.3)
    }
    if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月/) { return month(match.1, match.2) }
    if let match = text.wholeMatch(of: /(\d{4})年/) { return try? EDTF(String(match.1)) }
    if let match = text.wholeMatch(
      of: /(?:[A-Za-z]+,? +)?(\d{1,2})(?:st|nd|rd|th)?[-. ]+([A-Za-z]+)\.?[-., ]+(\d{4})(?:[ T,]+\d.*)?/)
    {
      return number(ofMonth: match.2).flatMap { day(match.3, "\($0)", match.1) }
    }
    if let match = text.wholeMatch(
      of: /(?:[A-Za-z]+, +)?([A-Za-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:[ T,]+\d.*)?/)
    {
      return number(ofMonth: match.1).flatMap { day(match.3, "\($0)", match.2) }
    }
    if let match = text.wholeMatch(of: /([A-Za-z]+)\.?,? +(\d{4})/) {
      return number(ofMonth: match.1).flatMap { month(match.2, "\($0)") }
    }
    return nil
  }

  /// A day, or else a month, that stands in a name: `xinhua-2017-03-04-b`, `20170304`.
  static func date(within name: String) -> String? {
    for match in name.matches(of: /(?:^|\D)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?:\D|$)/) {
      if let date = day(match.1, match.2, match.3) { return date.text }
    }
    return name.firstMatch(of: /(?:^|\D)((?:19|20)\d{2})[-_.](\d{2})(?:\D|$)/).flatMap {
      month($0.1, $0.2)?.text
    }
  }

  private static func day(_ year: Substring, _ month: some StringProtocol, _ day: Substring) -> EDTF? {
    guard let month = Int(month), let day = Int(day) else { return nil }
    return try? EDTF("\(year)-\(pair(month))-\(pair(day))")
  }

  private static func month(_ year: Substring, _ month: some StringProtocol) -> EDTF? {
    guard let month = Int(month), (1...12).contains(month) else { return nil }
    return try? EDTF("\(year)-\(pair(month))")
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Of an English name, whole or its beginning.
  private static func number(ofMonth name: Substring) -> Int? {
    let name = name.lowercased()
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }
}
