import CICU

/// Finds words in runs of a script that does not space them, by ICU's dictionaries. One a thread.
final class WordBreaker {
  /// Opened when it is first needed: for most languages never.
  private var breaker: OpaquePointer?
  private var text: [UInt16] = []
  /// Where the scalar of each unit begins in the text that the run was taken from; after the last, where the run ends.
  private var places: [Int] = []

  deinit { if let breaker { icu_words_close(breaker) } }

  func clear() {
    text.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  func add(_ value: UInt32, at place: Int) {
    if value > 0xFFFF {
      text.append(UInt16(0xD800 + (value - 0x10000) >> 10))
      text.append(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
      places.append(place)
    } else {
      text.append(UInt16(value))
    }
    places.append(place)
  }

  /// The places where words of the run end, the last at `end`. Without ICU's rules, the run is one word.
  func forEachEnd(upTo end: Int, _ body: (Int) -> Void) {
    places.append(end)
    if breaker == nil { breaker = icu_words_open() }
    guard let breaker else { return body(end) }
    text.withUnsafeBufferPointer { text in
      guard icu_words_set(breaker, text.baseAddress, Int32(text.count)) != 0 else { return body(end) }
      while case let boundary = icu_words_next(breaker), boundary > 0 { body(places[Int(boundary)]) }
    }
  }
}
