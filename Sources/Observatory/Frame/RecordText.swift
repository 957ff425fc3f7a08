import Algorithms
import Chronology

extension String {
  /// A text of the record as a page shows it: on one line, controls made visible, no longer than a page can bear. Where it is longer, the
  /// whole of it is in the data.
  var onPage: String { shown(atMost: 300) }

  /// As `onPage`, for a title bar, which knows no isolation: marks that turn the direction of writing are left out.
  var inTitleBar: String {
    String(
      String.UnicodeScalarView(
        shown(atMost: 120).unicodeScalars.filter {
          !("\u{202A}"..."\u{202E}" ~= $0 || "\u{2066}"..."\u{2069}" ~= $0)
        }))
  }

  /// Digits in threes, with thin spaces, from five on: `1 234 567–1 300 000`.
  var withGroupedDigits: String {
    var grouped = ""
    for run in utf8.chunked(on: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
      guard run.0, run.1.count > 4 else {
        grouped += Substring(run.1)
        continue
      }
      for (place, digit) in run.1.enumerated() {
        if place > 0, (run.1.count - place) % 3 == 0 { grouped += "\u{202F}" }
        grouped.unicodeScalars.append(Unicode.Scalar(digit))
      }
    }
    return grouped
  }
}

extension Array {
  /// Nil when empty: a template's section is left out where there is nothing.
  var unlessEmpty: [Element]? { isEmpty ? nil : self }
}
