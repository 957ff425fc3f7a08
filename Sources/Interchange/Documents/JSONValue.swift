/// A JSON value (RFC 8259), numbers as they are written.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue
  }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member(key: $0, value: $1) })
  }

  /// The value at keys with dots between: the member of that name, or else that of the first part, and so on.
  func at(_ path: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    if let member = members.last(where: { $0.key == path }) { return member.value }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let (first, rest) = (path[..<dot], String(path[path.index(after: dot)...]))
    return members.last { $0.key == first }?.value.at(rest)
  }

  /// As JSON on one line.
  public var text: String {
    switch self {
    case .null: return "null"
    case .boolean(let boolean): return boolean ? "true" : "false"
    case .number(let number): return number
    case .string(let string): return Self.quoted(string)
    case .array(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      return "{" + members.map { Self.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
