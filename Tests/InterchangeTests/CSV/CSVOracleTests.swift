import Interchange
import Testing

/// A second reader, of another build: one state and one step a byte, over a table that ends in a line feed.
private struct Automaton {
  enum State { case lineStart, fieldStart, plain, quoted, closed, failed }

  var state = State.lineStart
  var records: [[String]] = []
  var fields: [String] = []
  var field = ""

  mutating func step(_ character: Character, isLast: Bool) {
    switch (state, character) {
    case (.quoted, "\""): state = .closed
    case (.quoted, _): field.append(character)
    case (.closed, "\""): (state, field) = (.quoted, field + "\"")
    case (.lineStart, "\n"): break
    case (.lineStart, "\""), (.fieldStart, "\""): state = .quoted
    case (_, ","): endField()
    case (_, "\n"):
      endField()
      records.append(fields)
      (fields, state) = ([], .lineStart)
    case (.closed, _), (.plain, "\""): state = .failed
    case (.failed, _): break
    default: (state, field) = (.plain, field + String(character))
    }
  }

  private mutating func endField() {
    guard state != .failed else { return }
    fields.append(field)
    (field, state) = ("", .fieldStart)
  }

  /// The records; nil where a quote is amiss. Line ends of CRLF are made LF beforehand, outside quotes.
  static func read(_ text: [Character]) -> [[String]]? {
    var automaton = Automaton()
    for (index, character) in text.enumerated() where automaton.state != .failed {
      let isEnd = character == "\r" && (index + 1 == text.count || text[index + 1] == "\n")
      if isEnd && automaton.state != .quoted { continue }
      automaton.step(character, isLast: index == text.count - 1)
    }
    if ![.lineStart, .failed, .quoted].contains(automaton.state) { automaton.step("\n", isLast: true) }
    return automaton.state == .lineStart ? automaton.records : nil
  }
}

@Suite("Every short table") struct CSVOracleTests {
  /// What the reader makes of a text whose first line names as many columns as wanted: it wants all records as long.
  private func read(_ body: [Character], columns: Int) -> [[String]]? {
    let header = (0..<columns).map { "h\($0)" }.joined(separator: ",") + "\n"
    guard let table = try? table(header + body.map(String.init).joined()) else { return nil }
    return Array(table.dropFirst())
  }

  @Test("of up to six characters is read as a second reader reads it", arguments: 0...6)
  func differential(_ length: Int) {
    var texts: [[Character]] = [[]]
    for _ in 0..<length {
      texts = texts.flatMap { text in ["a", ",", "\"", "\n", "\r"].map { text + [$0] } }
    }
    var differing: [String] = []
    for text in texts {
      let expected = Automaton.read(text)
      let columns = expected?.first?.count ?? 1
      let isEven = expected?.allSatisfy { $0.count == columns } ?? false
      if read(text, columns: columns) != (isEven ? expected : nil) { differing.append("\(text)") }
    }
    #expect(differing.prefix(5) == [], "\(differing.count) of \(texts.count)")
  }
}
