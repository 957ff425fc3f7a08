import Foundation
import Workbench

extension Section {
  /// The words of a corpus: what its pages share.
  static let words = Section(
    routes: [],
    templates: ["wordterm": WordForm.term, "wordpart": WordForm.part, "wordsfound": WordsHead.found])
}

extension Address {
  /// A word in its contexts; of one that is too long to be asked for, where others can be.
  static func context(of word: String, in corpus: String) -> String {
    asking(Self.corpus(corpus, .kwic), [("term", word.unicodeScalars.count <= 200 ? word : nil)])
  }
}

extension String {
  /// As `asWritten`, with white space as single blanks, and no longer than a page can bear.
  var onOneLine: String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ").asWritten
    return line.unicodeScalars.count <= 300 ? line : String(line.unicodeScalars.prefix(300)) + "…"
  }
}

extension Double {
  /// With so many digits after the point.
  func fixed(_ digits: Int) -> String {
    String(format: "%.\(digits)f", self).replacing("-", with: "−").withGroupedDigits
  }

  /// A chance or a rate of false discoveries, to three digits.
  var asChance: String { self < 0.001 ? "< .001" : String(String(format: "%.3f", self).drop { $0 == "0" }) }
}
