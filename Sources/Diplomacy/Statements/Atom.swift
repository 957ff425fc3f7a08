public import Chronology

/// One value of one property, of the property's type.
public enum Atom: Hashable, Sendable, CustomStringConvertible {
  case text(String)
  case term(String)
  case date(EDTF)
  case amount(Amount)
  case boolean(Bool)
  /// The identifier of an entity or a source; the property says of which kind.
  case reference(String)

  /// The value as it is written in files and in the log.
  public var description: String {
    switch self {
    case .text(let text), .term(let text), .reference(let text): text
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .boolean(let boolean): boolean ? "yes" : "no"
    }
  }

  /// Reads a value as the property wants it. Throws what was found and what was expected.
  public init(_ text: String, for property: Property) throws(ValueError) {
    switch property.type {
    case .text: self = .text(text)
    case .source, .reference: self = .reference(text)
    case .term(let words):
      guard words.contains(text) else {
        throw ValueError(property: property, found: text, expected: Self.suggestion(text, among: words))
      }
      self = .term(text)
    case .boolean:
      switch text {
      case "yes", "true", "1": self = .boolean(true)
      case "no", "false", "0": self = .boolean(false)
      default: throw ValueError(property: property, found: text, expected: "yes or no")
      }
    case .amount:
      do { self = .amount(try Amount(text)) } catch {
        throw ValueError(
          property: property, found: text,
          expected: "an amount such as 12000, 4.5, 150+, <3, ~50000, 9..12 or 1/3")
      }
    case .date:
      do { self = .date(try EDTF(text)) } catch {
        throw ValueError(property: property, found: text, expected: error.advice)
      }
    }
  }

  private static func suggestion(_ text: String, among words: [String]) -> String {
    let length = text.count
    let near = words.filter { abs($0.count - length) <= 3 && $0.editDistance(to: text) <= 3 }
    return near.isEmpty
      ? "one of: " + words.joined(separator: ", ")
      : near.joined(separator: " or ") + " (of \(words.count) terms in Vocabulary.md)"
  }
}

/// A value that does not fit its property.
public struct ValueError: Error, Equatable, Sendable {
  public let property: Property
  public let found: String
  public let expected: String
}
