import Chronology
import Discourse
import Workbench

/// A document beside the earliest of those that are one text with it: what only one has is marked, and of what both have no more is shown than stands
/// beside a change.
struct DifferenceView: Sendable {
  let summary: String
  let earliest: Fragment
  let own: Fragment
  let asText: String
  let isCut: Bool
  let data: String

  /// Of each side's markup, in bytes.
  private static let budget = 30_000

  init(_ found: DocumentDifference, data: String) {
    let difference = found.difference
    var (earliest, own) = (Fragment(), Fragment())
    var isShort = false
    for (place, part) in difference.parts.enumerated() {
      guard max(earliest.markup.utf8.count, own.markup.utf8.count) < Self.budget else {
        isShort = true
        break
      }
      switch part.side {
      case .both:
        let text = DocumentDifference.shortened(
          part.text, isFirst: place == 0, isLast: place == difference.parts.count - 1)
        earliest.add(text, spaced: part.isSpaced)
        own.add(text, spaced: part.isSpaced)
      case .first: earliest.add(part.text, spaced: part.isSpaced, in: ("<del>", "</del>"))
      case .second: own.add(part.text, spaced: part.isSpaced, in: ("<ins>", "</ins>"))
      }
    }
    (self.earliest, self.own) = (earliest, own)
    summary =
      "\(difference.shared.of("word")) \(difference.shared == 1 ? "is" : "are") in both, \(difference.onlyFirst) in the earliest only, \(difference.onlySecond) in this one only."
      .withGroupedDigits
    asText = found.text.prefix(Self.budget).asWritten
    isCut = isShort || found.isCut || found.text.count > Self.budget
    self.data = data
  }
}

extension Fragment {
  /// A piece of a text, no longer than a page can bear.
  fileprivate mutating func add(
    _ text: String, spaced: Bool, in marks: (open: StaticString, close: StaticString) = ("", "")
  ) {
    if spaced { add(" ") }
    add(marks.open)
    add(text: text.count > 6000 ? text.prefix(6000).asWritten + "…" : text.asWritten)
    add(marks.close)
  }
}

extension Substring {
  fileprivate var asWritten: String { String(self).asWritten }
}
