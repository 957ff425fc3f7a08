/// Tells which elements of the patterns a word is. Each form is looked at once, when it first comes; afterwards its number tells.
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
  private let table = WordTable()
  /// Of each form, by number.
  private var kindOfForm: [UInt32] = []
  private var kinds = [Kind(elements: [], words: [], phrases: [])]
  private var kindOfElements: [[Int]: UInt32] = [[]: 0]

  init(_ set: PatternSet) { self.set = set }

  subscript(kind: UInt32) -> Kind { kinds[Int(kind)] }

  /// Gives the kind of each word of a list, in order; 0 is nothing to any pattern, as most words are.
  @inline(__always)
  func kinds(of list: WordList, _ body: (UInt32) -> Void) {
    table.number(list) { form in
      if form >= kindOfForm.count { kindOfForm.append(kind(of: table.form(form))) }
      body(kindOfForm[form])
    }
  }

  @inline(never)
  private func kind(of form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let elements = set.elements(of: form)
    if let known = kindOfElements[elements] { return known }
    let kind = UInt32(kinds.count)
    kindOfElements[elements] = kind
    kinds.append(
      Kind(
        elements: elements, words: elements.flatMap { set.words[$0] },
        phrases: elements.flatMap { set.phrases[$0] }))
    return kind
  }
}

/// The elements of all patterns, each once.
struct PatternSet: Sendable {
  /// The elements of each pattern.
  let patterns: [[Int]]
  /// Of each element, the patterns that are it alone, and the phrases that begin with it.
  private(set) var words: [[Int]] = []
  private(set) var phrases: [[Int]] = []
  private var forms: [[UInt8]: Int] = [:]
  private var prefixes: [[UInt8]: Int] = [:]
  private var prefixLengths: [Int] = []
  private var globs: [(element: Int, parts: [WordPattern.GlobPart])] = []

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
      case .form(let form): forms[form] = number
      case .prefix(let form): prefixes[form] = number
      case .glob(let parts): globs.append((number, parts))
      }
    }
    prefixLengths = Set(prefixes.keys.map(\.count)).sorted()
  }

  /// Which elements a form is, in rising order.
  func elements(of form: UnsafeBufferPointer<UInt8>) -> [Int] {
    let form = Array(form)
    var found: [Int] = []
    if let exact = forms[form] { found.append(exact) }
    for length in prefixLengths where length <= form.count {
      if let prefix = prefixes[Array(form[..<length])] { found.append(prefix) }
    }
    for glob in globs where glob.parts.matches(form[...]) { found.append(glob.element) }
    return found.sorted()
  }
}
