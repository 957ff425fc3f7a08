/// Goes through the bytes of a text once, and lists its words. One a thread.
struct WordScanner {
  private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let hashFactor: UInt64 = 0x0000_0100_0000_01B3

  let rule: WordRule
  private let table: LetterTable
  private let breaker = WordBreaker()
  private let list = WordList()

  init(_ rule: WordRule) {
    self.rule = rule
    table = LetterTable.of(rule.folding)
  }

  /// The hash of a form: FNV-1a, its upper half brought down.
  static func hash(_ form: some Sequence<UInt8>) -> UInt64 {
    mixed(form.reduce(hashStart) { ($0 ^ UInt64($1)) &* hashFactor })
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }

  /// The words of a text, list by list; one list for most texts, none for one without words.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are none end a word.
  ///   - body: takes a list that is there during the call only.
  func forEachList(of text: UnsafeBufferPointer<UInt8>, _ body: (WordList) -> Void) {
    var place = 0
    while place < text.count {
      list.begin(bytes: text.count - place)
      scan(text, from: &place)
      if list.count > 0 { body(list) }
    }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, from begun: inout Int) {
    table.ascii.withUnsafeBufferPointer { ascii in
      table.letters.withUnsafeBufferPointer { letters in
        let count = text.count
        var place = begun
        var start = place
        var out = list.next
        var length = 0
        var hash = Self.hashStart
        /// Ends the word that was begun.
        func end(at place: Int) {
          guard length > 0 else { return }
          list.add(start, place, length: length, hash: Self.mixed(hash))
          out += length
          length = 0
          hash = Self.hashStart
        }
        while place < count {
          let byte = text[place]
          if byte < 0x80 {
            let letter = ascii[Int(byte)]
            if letter != 0 {
              if length == 0 { start = place }
              out[length] = letter
              length += 1
              hash = (hash ^ UInt64(letter)) &* Self.hashFactor
            } else {
              end(at: place)
              if list.isFull { break }
            }
            place += 1
            continue
          }
          let before = place
          let value = UTF8Scalar.next(in: text, at: &place)
          if UnspacedScript.contains(value) {
            end(at: before)
            place = before
            if list.isFull { break }
            unspaced(text, from: &place, letters)
            out = list.next
            continue
          }
          let folded =
            value < 0x1_0000
            ? letters[Int(value)] : Unicode.Scalar(value).map(LetterTable.folded) ?? LetterTable.separator
          if folded == LetterTable.mark { continue }
          if folded == LetterTable.separator {
            end(at: before)
            continue
          }
          if length == 0 { start = before }
          let from = length
          length = UTF8Scalar.write(folded, isPair: value < 0x1_0000, to: out, at: length)
          for place in from..<length { hash = (hash ^ UInt64(out[place])) &* Self.hashFactor }
        }
        end(at: place)
        begun = place
      }
    }
  }

  /// Lists the words of the run that begins at a place, which moves past it.
  private func unspaced(
    _ text: UnsafeBufferPointer<UInt8>, from place: inout Int, _ letters: UnsafeBufferPointer<UInt32>
  ) {
    var start = place
    func add(upTo end: Int) {
      let length = fold(text, start, end, letters)
      let form = UnsafeBufferPointer(start: list.next, count: length)
      if length > 0 { list.add(start, end, length: length, hash: Self.hash(form)) }
      start = end
    }
    breaker.clear()
    var units = 0
    while place < text.count, units < WordList.longestRun {
      let before = place
      let value = UTF8Scalar.next(in: text, at: &place)
      guard UnspacedScript.contains(value) else {
        place = before
        break
      }
      units += 1
      if rule.unspaced == .dictionaryWord {
        breaker.add(value, at: before)
      } else if before > start, !(Unicode.Scalar(value)?.isCombining ?? false) {
        add(upTo: before)
      }
    }
    guard rule.unspaced == .dictionaryWord else { return add(upTo: place) }
    breaker.forEachEnd(upTo: place) { add(upTo: $0) }
  }

  /// Writes the folded form of a word of a script without spaces; how many bytes it has.
  private func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ letters: UnsafeBufferPointer<UInt32>
  ) -> Int {
    var (place, length) = (start, 0)
    while place < end {
      let value = UTF8Scalar.next(in: text, at: &place)
      let folded = value < 0x1_0000 ? letters[Int(value)] : value
      guard folded > LetterTable.mark else { continue }
      length = UTF8Scalar.write(folded, isPair: value < 0x1_0000, to: list.next, at: length)
    }
    return length
  }
}
