import Foundation

extension JSON {
  /// Reads JSON text. Throws Foundation's error when it is none.
  public init(text: String) throws {
    self.init(foundation: try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed))
  }

  private init(foundation value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let number as NSNumber:
      self = Self.isBoolean(number) ? .boolean(number.boolValue) : .number(number.doubleValue)
    case let array as [Any]: self = .array(array.map(JSON.init(foundation:)))
    case let object as [String: Any]:
      self = .object(object.sorted { $0.key < $1.key }.map { Member($0.key, JSON(foundation: $0.value)) })
    default: self = .null
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  /// The value as JSON text (RFC 8259), on one line or indented by two spaces a level. Numbers that are whole are written so; infinite
  /// ones and NaN, which JSON has not, as null.
  public func text(pretty: Bool = false) -> String {
    var text = ""
    write(to: &text, pretty: pretty, depth: 0)
    return text
  }

  private func write(to text: inout String, pretty: Bool, depth: Int) {
    switch self {
    case .null: text += "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .number(let number): text += Self.spelled(number)
    case .string(let string): text += Self.quoted(string)
    case .array(let values):
      write(values.map { ("", $0) }, brackets: ("[", "]"), to: &text, pretty: pretty, depth: depth)
    case .object(let members):
      let named = members.map { (Self.quoted($0.key) + (pretty ? ": " : ":"), $0.value) }
      write(named, brackets: ("{", "}"), to: &text, pretty: pretty, depth: depth)
    }
  }

  private func write(
    _ items: [(String, JSON)], brackets: (String, String), to text: inout String, pretty: Bool, depth: Int
  ) {
    text += brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if pretty { text += "\n" + String(repeating: "  ", count: depth + 1) }
      text += item.0
      item.1.write(to: &text, pretty: pretty, depth: depth + 1)
    }
    if pretty && !items.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += brackets.1
  }

  private static func spelled(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }

  private static func quoted(_ string: String) -> String {
    // 0xE2 begins a line separator, among others.
    let isPlain = string.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x3C && $0 != 0xE2
    }
    if isPlain { return "\"\(string)\"" }
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}", "<":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
