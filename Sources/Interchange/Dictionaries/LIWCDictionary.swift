import Chronology
import Discourse

/// Reads LIWC's dictionaries: between two lines of `%` the categories, a number and a name each, indented by tabs under the one that they are part of
/// (LIWC2015); then a line each pattern and the numbers of its categories.
///
/// Of LIWC2007's conditions, `(…)` is passed over with a note, as is a line with `<of>`: what they mean is known to that program alone. So are
/// LIWC2015's smileys, in which there is no word.
struct LIWCDictionary {
  private let name: String
  private let lines: [Substring]
  private var categories: [Int: [String]] = [:]
  private var entries: [PatternDictionary.Entry] = []
  private var notes: [String] = []

  init(_ text: String, name: String) throws(FormatError) {
    self.name = name
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let bars = lines.indices.filter { lines[$0].trimmed == "%" }
    guard bars.count >= 2 else {
      throw fault(1, "it has no list of categories between two lines of %, as LIWC's dictionaries have")
    }
    try readCategories(bars[0] + 1..<bars[1])
    for line in lines[(bars[1] + 1)...].indices { try readPattern(line) }
  }

  func file() -> DictionaryFile { DictionaryFile(entries, notes: notes) }

  private mutating func readCategories(_ range: Range<Int>) throws(FormatError) {
    var path: [String] = []
    for line in range where !lines[line].trimmed.isEmpty {
      let depth = lines[line].prefix { $0 == "\t" }.count
      let parts = lines[line].trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard parts.count == 2, let number = Int(parts[0]) else {
        throw fault(line + 1, "expected a category's number and name, found '\(lines[line].trimmed.shown())'")
      }
      guard categories[number] == nil else { throw fault(line + 1, "the category \(number) comes twice") }
      path = path.prefix(depth) + [parts[1].trimmed]
      categories[number] = path
    }
  }

  private mutating func readPattern(_ line: Int) throws(FormatError) {
    var text = lines[line].trimmed
    guard !text.isEmpty else { return }
    guard !text.contains("<of>") else {
      notes.append("\(name):\(line + 1): '\(text.shown())' is left out: it has a condition, <of>.")
      return
    }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      notes.append("\(name):\(line + 1): '\(text.shown())' is read without what is in brackets.")
      text.replaceSubrange(open...close, with: " ")
    }
    // Numbers from the end; the pattern is all before them.
    var parts = text.split(whereSeparator: \.isWhitespace)
    var numbers: [Int] = []
    while parts.count > 1, let number = parts.last.flatMap({ Int($0) }) {
      numbers.append(number)
      parts.removeLast()
    }
    guard !numbers.isEmpty else { throw fault(line + 1, "'\(text.shown())' has no category's number") }
    let pattern = parts.joined(separator: " ")
    guard WordPattern(pattern, folding: .caseAndAccents) != nil else {
      notes.append("\(name):\(line + 1): '\(pattern.shown())' is left out: it has no letter.")
      return
    }
    for number in numbers.reversed() {
      guard let category = categories[number] else {
        throw fault(
          line + 1, "'\(pattern.shown())' is of the category \(number), which is not in the list above")
      }
      entries.append(try DictionaryFile.entry(category, pattern, name: name, line: line + 1))
    }
  }

  private func fault(_ line: Int, _ message: String) -> FormatError {
    FormatError(file: name, line: line, message: message)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
