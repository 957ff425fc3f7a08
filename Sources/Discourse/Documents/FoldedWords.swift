/// Takes the words of a text as they are read.
protocol FoldedWordSink {
  /// A letter of the word being read, without case and accent; some letters of the text are two.
  mutating func take(_ letter: UInt32)
  /// The word is over.
  ///
  /// - Parameters:
  ///   - span: where its bytes stand.
  ///   - isCharacter: whether it is a Chinese character or a kana, which is a word by itself.
  mutating func endWord(_ span: Range<Int>, isCharacter: Bool)
}

/// The one reader of words: for telling near-duplicates, for the index and for queries, so that what is found is what was meant.
///
/// A word is a run of letters and digits; what folding makes of them is in `FoldedScalars`.
enum FoldedWords {
  private static let ascii: [UInt8] = (0..<128).map { UInt8(truncatingIfNeeded: FoldedScalars.table[$0]) }

  /// - Parameter text: UTF-8; bytes that are none end a word.
  static func read<Sink: FoldedWordSink>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
    ascii.withUnsafeBufferPointer { ascii in
      FoldedScalars.table.withUnsafeBufferPointer { table in
        var (place, start, end) = (0, -1, 0)
        while place < text.count {
          let byte = text[place]
          if byte < 0x80 {
            let letter = ascii[Int(byte)]
            if letter > 1 {
              if start < 0 { start = place }
              sink.take(UInt32(letter))
              end = place + 1
            } else if start >= 0 {
              sink.endWord(start..<end, isCharacter: false)
              start = -1
            }
            place += 1
          } else {
            let first = place
            take(UTF8Scalar.next(in: text, at: &place), first..<place, &start, &end, table, &sink)
          }
        }
        if start >= 0 { sink.endWord(start..<end, isCharacter: false) }
      }
    }
  }

  private static func take<Sink: FoldedWordSink>(
    _ value: UInt32, _ span: Range<Int>, _ start: inout Int, _ end: inout Int,
    _ table: UnsafeBufferPointer<UInt32>, _ sink: inout Sink
  ) {
    if value >= FoldedScalars.tableEnd, FoldedScalars.isWordByItself(value) {
      if start >= 0 { sink.endWord(start..<end, isCharacter: false) }
      start = -1
      sink.take(value)
      return sink.endWord(span, isCharacter: true)
    }
    let folded =
      value < FoldedScalars.tableEnd
      ? table[Int(value)] : Unicode.Scalar(value).map(FoldedScalars.fold) ?? FoldedScalars.separator
    if folded == FoldedScalars.mark { return }
    guard folded != FoldedScalars.separator else {
      if start >= 0 { sink.endWord(start..<end, isCharacter: false) }
      start = -1
      return
    }
    if start < 0 { start = span.lowerBound }
    end = span.upperBound
    if value <= 0xFFFF, folded > 0xFFFF {
      sink.take(folded & 0xFFFF)
      sink.take(folded >> 16)
    } else {
      sink.take(folded)
    }
  }
}
