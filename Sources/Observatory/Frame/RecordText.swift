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
          !$0.turnsDirection
        }))
  }

  /// A piece of a document as it is written, line breaks and all: other controls are made visible, and marks that turn the direction of what follows
  /// are left out, which would make another text look like part of this one. Words from right to left need none of them.
  var asWritten: String {
    let isPlain = unicodeScalars.allSatisfy {
      !$0.turnsDirection && ($0.properties.generalCategory != .control || $0 == "\n")
    }
    guard !isPlain else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.turnsDirection {
      switch scalar {
      case "\n", "\t": text.append(scalar)
      case "\r": continue
      case _ where scalar.properties.generalCategory == .control: text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    return String(text)
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

extension Unicode.Scalar {
  /// Embeddings, overrides and isolates, and their ends.
  fileprivate var turnsDirection: Bool {
    "\u{202A}"..."\u{202E}" ~= self || "\u{2066}"..."\u{2069}" ~= self
  }
}

extension Array {
  /// Nil when empty: a template's section is left out where there is nothing.
  var unlessEmpty: [Element]? { isEmpty ? nil : self }
}
