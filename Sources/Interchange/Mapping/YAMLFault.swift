import Yams

/// What Yams found wrong with a text, on one line for people: its own description repeats the text.
struct YAMLFault {
  let line: Int
  let message: String

  init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      line = mark.line
      message =
        Self.startsWithTab(line, of: text)
        ? "not YAML: a tab at the start of the line; indent with spaces"
        : "not YAML: " + Self.sentence(problem, context)
    case .composer(_, let problem, let mark, _):
      line = mark.line
      message =
        problem.contains("alias")
        ? "not YAML: an alias for nothing; a text that begins with * needs quotes"
        : "a second document begins here; expected one in a file"
    case .reader(_, _, let value, _):
      line = text.unicodeScalars.prefix { $0.value != UInt32(bitPattern: value) }.count { $0 == "\n" } + 1
      let code = String(value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - code.count))
      message = "not YAML: the character U+\(zeros)\(code) is not allowed"
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      message = "the key \(keys.map { "'\($0)'" }.joined(separator: ", ")) stands twice in one mapping"
    default:
      line = 1
      message = "not YAML"
    }
  }

  /// In libyaml's words: "did not find expected ',' or '}'", "while parsing a flow mapping".
  private static func sentence(_ problem: String, _ context: YamlError.Context?) -> String {
    guard !problem.contains("nesting level") else { return "its parts are nested deeper than a thousand" }
    let place = context.map { ", \($0.text) that begins on line \($0.mark.line)" } ?? ""
    return "\(problem)\(place). A text with any of : # [ ] { } & * ! | > ' \" % @ ` in it needs quotes"
  }

  private static func startsWithTab(_ line: Int, of text: String) -> Bool {
    let lines = text.split(maxSplits: line, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.contains(line - 1) && lines[line - 1].drop { $0 == " " }.first == "\t"
  }
}
