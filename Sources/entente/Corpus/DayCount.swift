/// How far apart in time, as options say it.
enum DayCount {
  /// Of `7d` or `7`; nil for anything else, and beyond 100,000.
  static func read(_ text: String) -> Int? {
    guard let days = Int(text.hasSuffix("d") ? text.dropLast() : text[...]), (0...100_000).contains(days)
    else {
      return nil
    }
    return days
  }
}
