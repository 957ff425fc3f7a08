/// What a visitor asks for: an address, taken apart, and the form of the answer that is wanted.
public struct Ask: Hashable, Sendable {
  /// The values of the address's places: `id` of `/actor/{id}`.
  public let places: [String: String]
  /// What stands behind the question mark; of a name given twice, the last.
  public let query: [String: String]
  /// The form wanted of data, where there is a choice.
  public let form: Form

  public init(places: [String: String] = [:], query: [String: String] = [:], form: Form = .json) {
    self.places = places
    self.query = query
    self.form = form
  }

  /// Forms of data.
  public enum Form: String, Hashable, Sendable { case json, csv }

  /// The value of a place; empty where the route has none of that name.
  func place(_ name: String) -> String { places[name] ?? "" }

  /// A text that must be given; it may be empty. Throws `ObservatoryError.badParameter` where it is not.
  func text(_ name: String, atMost limit: Int) throws -> String {
    guard let text = query[name] else {
      throw ObservatoryError.badParameter(name: name, found: "", expected: "it, which must be given")
    }
    guard text.unicodeScalars.count <= limit else {
      throw ObservatoryError.badParameter(name: name, found: text, expected: "at most \(limit) characters")
    }
    return text
  }

  /// A whole number within bounds. Throws `ObservatoryError.badParameter` for anything else.
  func number(_ name: String, in range: ClosedRange<Int>, otherwise standard: Int) throws -> Int {
    guard let text = query[name] else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw ObservatoryError.badParameter(
        name: name, found: text,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
