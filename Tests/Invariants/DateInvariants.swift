import Chronology

/// What must hold of EDTF expressions (the Library of Congress's specification, and what `EDTF` promises).
enum DateInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let date: EDTF
    do throws(EDTFError) { date = try EDTF(text) } catch { return try check(error, of: text) }
    try hold(date.text == text, "the text is kept as written")
    try checkRange(date.range)
    try hold(
      date.range == DayRange(earliest: date.start.earliest, latest: date.end.latest),
      "the range reaches from the start to the end")
    try hold(date.isUncertain == text.contains { "?%".contains($0) }, "? and % are what makes it uncertain")
    try hold(
      date.isApproximate == text.contains { "~%".contains($0) }, "~ and % are what makes it approximate")
    try hold(date.hasUnspecified == text.contains("X"), "X is an unspecified digit")
    try checkPlain(date)
    switch date.form {
    case .date: try hold(date.members.isEmpty && date.start == date.end, "a date is no interval and no set")
    case .interval: try checkEnds(date)
    case .oneOf, .allOf: try checkMembers(date)
    }
    try checkAnswers(date)
  }

  private static func check(_ error: EDTFError, of text: String) throws(Broken) {
    let place = error.place
    try hold(place.text == text, "an error carries the text")
    try hold((0...text.utf8.count).contains(place.offset), "an error lies in the text: \(place.offset)")
    try hold(text.utf8.prefix(place.offset).allSatisfy { $0 < 0x80 }, "only ASCII before an error")
    try holdsForPeople(place.expected)
    try holdsForPeople(error.description)
  }

  private static func checkRange(_ range: DayRange) throws(Broken) {
    if let earliest = range.earliest, let latest = range.latest {
      try hold(earliest <= latest, "a range is in order: \(earliest) \(latest)")
    }
    for day in [range.earliest, range.latest].compactMap(\.self) {
      try hold(Day(day.description) == day, "a day reads back from its text: \(day)")
    }
  }

  /// Qualifiers do not widen the range, and the text without them is an expression too.
  private static func checkPlain(_ date: EDTF) throws(Broken) {
    let plain = try read(date.text.filter { !"?~%".contains($0) })
    try hold(
      plain.form == date.form && plain.start == date.start && plain.end == date.end,
      "qualifiers leave the range as it is: \(date.text)")
    try hold(plain.level <= date.level, "qualifiers are of no lower level")
  }

  private static func checkEnds(_ date: EDTF) throws(Broken) {
    let ends = date.text.split(separator: "/", omittingEmptySubsequences: false)
    try hold(ends.count == 2, "an interval has two ends")
    for (end, boundary, range) in [
      (ends[0], date.startBoundary, date.start), (ends[1], date.endBoundary, date.end),
    ] {
      switch boundary {
      case .open: try hold(end == ".." && range == .always, "an open end is two dots, without bounds")
      case .unknown: try hold(end.isEmpty && range == .always, "an unknown end is nothing, without bounds")
      case .dated: try hold(try read(String(end)).range == range, "a dated end is a date of its own: \(end)")
      }
    }
  }

  private static func checkMembers(_ date: EDTF) throws(Broken) {
    try hold(!date.members.isEmpty, "a set has members")
    var hull: DayRange?
    for member in date.members {
      try checkRange(member.range)
      hull = hull?.hull(member.range) ?? member.range
      if !member.isRun {
        try hold(try read(member.text).range == member.range, "a member is a date of its own: \(member.text)")
      }
    }
    try hold(hull == date.range, "a set reaches as far as its members")
  }

  private static func checkAnswers(_ date: EDTF) throws(Broken) {
    try hold(date.within(date.range) == .certainly, "it happened within its range")
    try hold(date.before(date) != .certainly, "nothing is before itself")
    try hold(date.overlaps(date) != .no, "it may overlap its like")
    if let earliest = date.range.earliest, date.startBoundary == .dated {
      try hold(date.active(on: earliest) != .no, "the first day of the range is possible")
    }
  }

  private static func read(_ text: String) throws(Broken) -> EDTF {
    do throws(EDTFError) { return try EDTF(text) } catch {
      throw Broken(description: "a part, or the text without qualifiers, is no expression: \(error)")
    }
  }
}
