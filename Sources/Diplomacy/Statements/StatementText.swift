import Chronology
import Foundation

/// The log's JSON of what a statement says: canonical (sorted keys, no spaces), so that equal content is equal text.
///
/// `{"party":[{"side":"cn","value":"cn-sichuan"}],"established":["1994"],"within":[{"value":["fr","es"]}]}`: each
/// property has a list of claims; a claim is a string, or an object with `value` (a string, or a list where it is one of
/// several) and `during`, `role`, `side` where given.
public enum StatementText {
  public static func encode(_ says: [Property: [Claim]]) -> String {
    let members = says.sorted { $0.key.name < $1.key.name }.map { property, claims in
      quote(property.name) + ":[" + encode(claims) + "]"
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The claims of one property, as they stand within its brackets.
  public static func encode(_ claims: [Claim]) -> String { claims.map(encode).joined(separator: ",") }

  /// Reads the text back. Throws when it is no such text, a property is unknown or a value does not fit it.
  public static func decode(_ text: String, kind: EntityKind) throws(StatementTextError) -> [Property:
    [Claim]]
  {
    do {
      return try read(text, kind)
    } catch let error as StatementTextError {
      throw error
    } catch let error as ValueError {
      throw .malformed("\(error.property.name) '\(error.found)': expected \(error.expected)")
    } catch {
      throw .malformed(text)
    }
  }

  private static func read(_ text: String, _ kind: EntityKind) throws -> [Property: [Claim]] {
    guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [Any]] else {
      throw StatementTextError.malformed(text)
    }
    var says: [Property: [Claim]] = [:]
    for (name, claims) in object {
      guard let property = Property.named(name, of: kind) else {
        throw StatementTextError.unknownProperty(name, kind)
      }
      says[property] = try claims.map { try decode($0, property: property) }
    }
    return says
  }

  private static func encode(_ claim: Claim) -> String {
    let values = claim.alternatives.map { quote($0.description) }
    let value = values.count == 1 ? values[0] : "[" + values.joined(separator: ",") + "]"
    var members: [String] = []
    if let during = claim.during { members.append("\"during\":" + quote(during.text)) }
    if let role = claim.role { members.append("\"role\":" + quote(role.rawValue)) }
    if let side = claim.side { members.append("\"side\":" + quote(side)) }
    if members.isEmpty && values.count == 1 { return value }
    return "{" + (members + ["\"value\":" + value]).joined(separator: ",") + "}"
  }

  private static func decode(_ json: Any, property: Property) throws -> Claim {
    if let text = json as? String { return Claim([try Atom(text, for: property)]) }
    guard let object = json as? [String: Any] else { throw StatementTextError.malformed("\(json)") }
    let texts = (object["value"] as? String).map { [$0] } ?? object["value"] as? [String] ?? []
    guard !texts.isEmpty else { throw StatementTextError.malformed("\(json)") }
    let role = try (object["role"] as? String).map { word in
      guard let role = Role(rawValue: word) else { throw StatementTextError.malformed("\(json)") }
      return role
    }
    return Claim(
      try texts.map { try Atom($0, for: property) },
      side: object["side"] as? String,
      role: role,
      during: try (object["during"] as? String).map { try EDTF($0) })
  }

  /// The text of a JSON string, given without its quotes; as it is where it is none.
  public static func unquote(_ json: String) -> String {
    (try? JSONDecoder().decode(String.self, from: Data("\"\(json)\"".utf8))) ?? json
  }

  /// The text as JSON.
  public static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      // U+FEFF, too: readers of JSON take it for a byte order mark and drop it.
      case "\u{0}"..."\u{1F}", "\u{FEFF}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// A log entry that cannot be read: the archive was written by a newer version, or damaged.
public enum StatementTextError: Error, Equatable, Sendable {
  case malformed(String)
  case unknownProperty(String, EntityKind)
}
