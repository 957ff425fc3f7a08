public import Diplomacy

/// How a property moved, as a line of text and as JSON.
public enum ChangeText {
  /// "quantity: 12000 → 12000 or 11700 (11700–12000)"; "alias: + Lodsch".
  public static func line(_ change: PropertyChange) -> String {
    let qualifiers = [
      change.side.map { "side \($0)" }, change.role?.rawValue, change.during.map { "during \($0)" },
    ].compactMap(\.self)
    let name = change.property + (qualifiers.isEmpty ? "" : " (\(qualifiers.joined(separator: ", ")))")
    let (before, after) = (text(change.before), text(change.after))
    if before.isEmpty { return "\(name): + \(after)" }
    if after.isEmpty { return "\(name): − \(before)" }
    return "\(name): \(before) → \(after)"
  }

  private static func text(_ readings: [PropertyChange.Reading]) -> String {
    readings.map { reading in
      guard !reading.isCertain, let low = reading.lowest, let high = reading.highest else {
        return reading.text
      }
      return "\(reading.text) (\(low)–\(high))"
    }.joined(separator: "; ")
  }

  /// `{property, side, role, during, before, after}`, the last two arrays of `{value, certain, lowest, highest}`.
  static func json(_ change: PropertyChange) -> JSON {
    func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    func readings(_ readings: [PropertyChange.Reading]) -> JSON {
      .array(
        readings.map { reading in
          .object([
            .init("value", .string(reading.text)), .init("certain", .boolean(reading.isCertain)),
            .init("lowest", optional(reading.lowest)), .init("highest", optional(reading.highest)),
          ])
        })
    }
    return .object([
      .init("property", .string(change.property)), .init("side", optional(change.side)),
      .init("role", optional(change.role?.rawValue)), .init("during", optional(change.during)),
      .init("before", readings(change.before)), .init("after", readings(change.after)),
    ])
  }
}
