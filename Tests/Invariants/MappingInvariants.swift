import Diplomacy
import Interchange

/// What must hold of mapping files, and of the tables that they are applied to. The bytes are a mapping, then a NUL and a table;
/// without a NUL, a mapping alone.
enum MappingInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard let text = String(validating: parts[0], as: UTF8.self) else { return }
    let mapping: Mapping
    do throws(FormatError) { mapping = try MappingFile.read(text, name: "fuzz.yml") } catch {
      return try check(error, of: text)
    }
    try hold((try? MappingFile.read(text, name: "fuzz.yml")) == mapping, "read twice, it is the same")
    guard parts.count == 2 else { return }
    try ReadingInvariants.check(mapping, on: Array(parts[1]), resolve: resolve)
    guard var table = try? CSVReader(Array(parts[1])) else { return }
    var rows: RowReader
    do throws(FormatError) {
      rows = try RowReader(mapping, mappingFile: "fuzz.yml", header: table.header, resolve: resolve)
    } catch {
      return try check(error, of: text)
    }
    while let record = try? table.next() {
      let (statements, problems) = rows.read(record)
      for problem in problems {
        try hold(problem.line == record.line, "a problem names the row's line")
        try holdsForPeople(problem.expected)
      }
      for statement in statements { try check(statement) }
    }
  }

  static func check(_ error: FormatError, of text: String) throws(Broken) {
    try hold(error.file == "fuzz.yml", "an error names the file")
    // CR alone ends a line of YAML, too.
    let lines = text.count(where: \.isNewline) + 1
    try hold((1...lines).contains(error.line), "line \(error.line) of a text of \(lines)")
    try holdsForPeople(error.message)
  }

  /// What is read can be recorded: it reads back from the log's text.
  private static func check(_ statement: Statement) throws(Broken) {
    try hold(
      !statement.entity.id.isEmpty && !statement.says.isEmpty, "a statement says something of somebody")
    let text = StatementText.encode(statement.says)
    try hold(
      (try? StatementText.decode(text, kind: statement.entity.kind)) == statement.says,
      "a statement reads back from the log's text: \(text)")
    for case .amount(let amount) in statement.says.values.joined().flatMap(\.alternatives) {
      let bounds = [amount.lowest, amount.highest].compactMap(\.self)
      try hold(bounds.allSatisfy(\.isFinite) && bounds == bounds.sorted(), "an amount has bounds: \(amount)")
    }
  }

  /// A register of two actors, `cn` and `it`; the name "Both" is borne by both.
  private static func resolve(_ text: String) -> RowReader.Resolution {
    switch text {
    case "cn", "it": .found(text)
    case "Both": .ambiguous(["cn", "it"])
    default: .unknown("an actor of the register")
    }
  }
}
