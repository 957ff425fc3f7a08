import Foundation
import Yams

/// A JSON value: specifications are carried as they are.
public indirect enum JSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  /// A whole number, written with all its digits: a double has none past 2^53.
  case integer(Int64)
  case string(String)
  case array([JSON])
  /// Members keep the order they were given in.
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// A YAML node as JSON, plain scalars read by YAML's core schema.
  init(_ node: Node) {
    switch node {
    case .mapping(let mapping): self = .object(mapping.map { Member($0.string ?? "", JSON($1)) })
    case .sequence(let sequence): self = .array(sequence.map(JSON.init))
    case .scalar(let scalar):
      if scalar.style != .plain {
        self = .string(scalar.string)
      } else if ["true", "false"].contains(scalar.string) {
        self = .boolean(scalar.string == "true")
      } else if ["null", "~", ""].contains(scalar.string) {
        self = .null
      } else if let number = Double(scalar.string), scalar.string.first?.isLetter != true {
        self = .number(number)
      } else {
        self = .string(scalar.string)
      }
    case .alias: self = .null
    }
  }

  /// The member of that key; nil when it is no object or has none.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The object with the member set, or added at the end.
  func setting(_ key: String, _ value: JSON) -> JSON {
    guard case .object(var members) = self else { return self }
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index] = Member(key, value)
    } else {
      members.append(Member(key, value))
    }
    return .object(members)
  }
}
