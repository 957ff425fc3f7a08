/// A text as the full-text index is given it: folded words with blanks between.
///
/// Chinese goes in by pairs of neighbouring characters, and the last of a run by itself: `战略伙伴` becomes `战略 略伙 伙伴 伴`. Then whatever part of it is
/// asked for, `战略` or `略伙伴`, is a phrase of words that are far rarer than characters are.
public enum IndexText {
  /// Appends the words of a text to others.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
    var sink = IndexSink(words: words)
    words = []
    FoldedWords.read(text, into: &sink)
    sink.endRun()
    words = sink.words
  }

  /// The words of a text.
  public static func of(_ text: String) -> [UInt8] {
    var (text, words) = (text, [UInt8]())
    text.withUTF8 { append($0, to: &words) }
    return words
  }

  /// A name as one word: `The New York Times` becomes `thenewyorktimes`. Empty where it has no letters.
  public static func name(_ text: String) -> String { FoldedText(text).words.map(\.text).joined() }
}

private struct IndexSink: FoldedWordSink {
  var words: [UInt8]
  private var word: [UInt8] = []
  /// The character before, and where it ends.
  private var character: (bytes: [UInt8], end: Int)?

  init(words: [UInt8]) { self.words = words }

  @inline(__always)
  mutating func take(_ letter: UInt32) {
    if letter < 0x80 { word.append(UInt8(truncatingIfNeeded: letter)) } else { word.append(utf8: letter) }
  }

  mutating func endWord(_ span: Range<Int>, isCharacter: Bool) {
    if let character {
      if isCharacter, character.end == span.lowerBound {
        add(character.bytes + word)
        self.character = (word, span.upperBound)
        word.removeAll(keepingCapacity: true)
        return
      }
      endRun()
    }
    if isCharacter { character = (word, span.upperBound) } else { add(word) }
    word.removeAll(keepingCapacity: true)
  }

  /// Gives the last character of a run, which no other follows.
  mutating func endRun() {
    if let character { add(character.bytes) }
    character = nil
  }

  private mutating func add(_ word: [UInt8]) {
    words += word
    words.append(UInt8(ascii: " "))
  }
}

/// The words of a short text, one by one: of a query, of a name.
struct FoldedText: FoldedWordSink {
  struct Word: Hashable {
    let text: String
    let span: Range<Int>
    let isCharacter: Bool
  }

  private(set) var words: [Word] = []
  private var letters: [UInt8] = []

  init(_ text: String) {
    var text = text
    text.withUTF8 { FoldedWords.read($0, into: &self) }
  }

  init(_ text: UnsafeBufferPointer<UInt8>) { FoldedWords.read(text, into: &self) }

  mutating func take(_ letter: UInt32) { letters.append(utf8: letter) }

  mutating func endWord(_ span: Range<Int>, isCharacter: Bool) {
    words.append(Word(text: String(decoding: letters, as: UTF8.self), span: span, isCharacter: isCharacter))
    letters.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a Unicode scalar; what is none, as half a letter pair, is left out.
  fileprivate mutating func append(utf8 value: UInt32) {
    if let scalar = Unicode.Scalar(value) { append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? []) }
  }
}
