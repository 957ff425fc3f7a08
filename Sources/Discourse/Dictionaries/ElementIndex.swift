/// Tells which elements of the patterns a word is. Each form is looked at once, when it first comes; afterwards its hash tells.
///
/// A hash has 64 bits: of a million forms two share one in one of 37 million corpora.
final class ElementIndex {
  /// What a form is to the patterns.
  struct Kind {
    /// Of the elements, in rising order.
    let elements: [Int]
    /// Patterns that are one word, which this is.
    let words: [Int]
    /// Phrases that begin with it.
    let phrases: [Int]
  }

  private let set: PatternSet
  /// The forms that elements are, and those that they begin with; an element of each number.
  private let forms = WordTable()
  private let prefixes = WordTable()
  private let known = KindTable()
  private var kinds = [Kind(elements: [], words: [], phrases: [])]
  private var kindOfElements: [[Int]: UInt32] = [[]: 0]

  init(_ set: PatternSet) {
    self.set = set
    for (form, _) in set.forms { forms.add(form) }
    for (prefix, _) in set.prefixes { prefixes.add(prefix) }
  }

  subscript(kind: UInt32) -> Kind { kinds[Int(kind)] }

  /// Gives the kind of each word of a list, in order; 0 is nothing to any pattern, as most words are.
  @inline(__always)
  func kinds(of list: WordList, _ body: (UInt32) -> Void) {
    known.kinds(of: list, body) { kind(of: $0) }
  }

  @inline(never)
  private func kind(of form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let elements = elements(of: form)
    if elements.isEmpty { return 0 }
    if let known = kindOfElements[elements] { return known }
    let kind = UInt32(kinds.count)
    kindOfElements[elements] = kind
    kinds.append(
      Kind(
        elements: elements, words: elements.flatMap { set.words[$0] },
        phrases: elements.flatMap { set.phrases[$0] }))
    return kind
  }

  /// Which elements a form is, in rising order.
  private func elements(of form: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Int] = []
    if let exact = forms.known(form, hash: WordScanner.hash(form)) { found.append(set.forms[exact].element) }
    for length in set.prefixLengths where length <= form.count {
      let prefix = UnsafeBufferPointer(rebasing: form[..<length])
      if let number = prefixes.known(prefix, hash: WordScanner.hash(prefix)) {
        found.append(set.prefixes[number].element)
      }
    }
    if !set.globs.isEmpty {
      let form = Array(form)
      for glob in set.globs where glob.parts.matches(form[...]) { found.append(glob.element) }
    }
    return found.count > 1 ? found.sorted() : found
  }
}

/// The kinds of forms, by their hashes.
private final class KindTable {
  private struct Slot {
    /// 0 where it is free.
    var hash: UInt64 = 0
    var kind: UInt32 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask = (1 << 14) - 1
  private var count = 0
  private let found = UnsafeMutablePointer<Slot>.allocate(capacity: WordList.capacity)

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit {
    slots.deallocate()
    found.deallocate()
  }

  @inline(__always)
  func kinds(
    of list: WordList, _ body: (UInt32) -> Void, new: (UnsafeBufferPointer<UInt8>) -> UInt32
  ) {
    let (slots, mask, found) = (slots, mask, found)
    for word in 0..<list.count { found[word] = slots[Int(truncatingIfNeeded: list.hashes[word]) & mask] }
    for word in 0..<list.count {
      if found[word].hash == list.hashes[word], found[word].hash != 0 {
        body(found[word].kind)
      } else {
        body(kind(list.hashes[word], list.form(word), new))
      }
    }
  }

  @inline(never)
  private func kind(
    _ hash: UInt64, _ form: UnsafeBufferPointer<UInt8>, _ new: (UnsafeBufferPointer<UInt8>) -> UInt32
  ) -> UInt32 {
    guard hash != 0 else { return new(form) }
    var place = place(of: hash)
    if slots[place].hash == hash { return slots[place].kind }
    if 2 * count > mask {
      grow()
      place = self.place(of: hash)
    }
    count += 1
    slots[place] = Slot(hash: hash, kind: new(form))
    return slots[place].kind
  }

  /// Where a hash is, or the free slot that it would have.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private func grow() {
    let (old, size) = (slots, mask + 1)
    mask = 4 * size - 1
    slots = .allocate(capacity: 4 * size)
    slots.initialize(repeating: Slot(), count: 4 * size)
    for slot in 0..<size where old[slot].hash != 0 { slots[place(of: old[slot].hash)] = old[slot] }
    old.deallocate()
  }
}

/// The elements of all patterns, each once.
struct PatternSet: Sendable {
  /// The elements of each pattern.
  let patterns: [[Int]]
  /// Of each element, the patterns that are it alone, and the phrases that begin with it.
  private(set) var words: [[Int]] = []
  private(set) var phrases: [[Int]] = []
  /// Elements that are a form, that begin with one, and all others.
  private(set) var forms: [(form: [UInt8], element: Int)] = []
  private(set) var prefixes: [(form: [UInt8], element: Int)] = []
  private(set) var prefixLengths: [Int] = []
  private(set) var globs: [(parts: [WordPattern.GlobPart], element: Int)] = []

  init(_ patterns: [WordPattern]) {
    var numbers: [WordPattern.Element: Int] = [:]
    self.patterns = patterns.map { pattern in
      pattern.elements.map { element in
        let number = numbers[element] ?? numbers.count
        numbers[element] = number
        return number
      }
    }
    words = [[Int]](repeating: [], count: numbers.count)
    phrases = words
    for (pattern, elements) in self.patterns.enumerated() {
      if elements.count == 1 {
        words[elements[0]].append(pattern)
      } else {
        phrases[elements[0]].append(pattern)
      }
    }
    for (element, number) in numbers {
      switch element {
      case .form(let form): forms.append((form, number))
      case .prefix(let form): prefixes.append((form, number))
      case .glob(let parts): globs.append((parts, number))
      }
    }
    prefixLengths = Set(prefixes.map(\.form.count)).sorted()
  }
}
