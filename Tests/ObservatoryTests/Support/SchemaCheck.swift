import Foundation

/// As much of JSON Schema as the API's own schemas use; any other keyword is a fault, so that none is passed over.
struct SchemaCheck {
  let schemas: [String: Any]

  func faults(_ value: Any, _ schema: Any, at place: String = "$") -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(place): no schema"] }
    return schema.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "$ref":
        let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
        return faults(value, schemas[name] ?? "", at: place)
      case "type":
        let types = rule as? [String] ?? [rule as? String ?? ""]
        return types.contains { Self.isOf($0, value) } ? [] : ["\(place): expected \(types), found \(value)"]
      case "required":
        let keys = Set((value as? [String: Any] ?? [:]).keys)
        return (rule as? [String] ?? []).filter { !keys.contains($0) }.map { "\(place): no \($0)" }
      case "properties":
        let rules = rule as? [String: Any] ?? [:]
        return (value as? [String: Any] ?? [:]).flatMap { key, member in
          rules[key].map { faults(member, $0, at: "\(place).\(key)") } ?? []
        }
      case "additionalProperties":
        return (value as? [String: Any] ?? [:]).flatMap { faults($1, rule, at: "\(place).\($0)") }
      case "items":
        return (value as? [Any] ?? []).enumerated().flatMap { faults($1, rule, at: "\(place)[\($0)]") }
      case "enum":
        return (rule as? [String] ?? []).contains(value as? String ?? "") ? [] : ["\(place): \(value)"]
      case "minimum": return ((value as? NSNumber)?.doubleValue ?? 0) >= (rule as? Double ?? 0) ? [] : [place]
      default: return ["\(place): keyword \(keyword)"]
      }
    }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "null": value is NSNull
    case "number": value is NSNumber
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    // JSONSerialization keeps a boolean as a number, of a type of its own.
    case "boolean": (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    default: false
    }
  }
}
