/// What stands right before a match.
enum Modifiers {
  /// The folded words before a match, the nearest first, as far as nothing but spaces, hyphens and quotation marks stands between.
  static func words(
    before hit: QueryReader.Hit, in text: UnsafeBufferPointer<UInt8>, _ reader: QueryReader, most: Int
  ) -> [String] {
    var words: [String] = []
    var end = hit.range.lowerBound
    for range in reader.before(hit, most) {
      let gap = String(decoding: UnsafeBufferPointer(rebasing: text[range.upperBound..<end]), as: UTF8.self)
      guard gap.unicodeScalars.allSatisfy(joins) else { break }
      words.append(reader.form(of: text, range))
      end = range.lowerBound
    }
    return words
  }

  /// Words that were listed from the nearest to the farthest, as they are read.
  static func text(_ words: [String]) -> String {
    words.reversed().reduce(into: "") { text, word in
      let isUnspaced =
        [text.unicodeScalars.last, word.unicodeScalars.first].allSatisfy {
          $0.map { UnspacedScript.contains($0.value) } ?? true
        }
      text += (text.isEmpty || isUnspaced ? "" : " ") + word
    }
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}", "'", "\"", "‘", "’", "“", "”", "「", "」", "『", "』": true
    case "\n", "\r", "\u{2028}", "\u{2029}": false
    default: scalar.properties.isWhitespace
    }
  }
}
