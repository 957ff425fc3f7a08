/// A number as a source writes it, read as the closed interval it can mean.
///
/// | written | lowest … highest |
/// | --- | --- |
/// | `12000`, `4.5` | that number |
/// | `1/3` | the quotient |
/// | `150+`, `>=150` | 150 … unbounded |
/// | `>50` | 50 … unbounded, 50 itself excluded |
/// | `<3`, `<=3` | unbounded … 3 (excluded for `<`) |
/// | `9..12` | 9 … 12 |
/// | `~50000` | 50000, approximate |
///
/// Negative numbers are read; digits may not be grouped. Equality is of the text.
public struct Amount: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  /// The least it can be; nil when nothing bounds it below.
  public let lowest: Double?
  /// The most it can be; nil when nothing bounds it above.
  public let highest: Double?
  /// True when the source says "about". Such an amount agrees with any other within a tenth of it.
  public let isApproximate: Bool
  /// True when a bound itself is excluded (`<3`, `>50`).
  public var isStrict: Bool { excludesLowest || excludesHighest }
  let excludesLowest: Bool
  let excludesHighest: Bool

  public var description: String { text }

  /// How far an approximate amount reaches, as a share of itself: a convention of this project, since "about" has no measure.
  public static let approximation = 0.1

  /// Reads an amount. Throws `AmountError` naming the text when it is none of the forms above.
  public init(_ text: String) throws(AmountError) {
    let trimmed = text.trimmingSpaces()
    guard !trimmed.isEmpty else { throw AmountError(text: text) }
    var body = Substring(trimmed)
    isApproximate = body.hasPrefix("~")
    if isApproximate { body = body.dropFirst() }
    self.text = trimmed
    if let range = body.firstRange(of: "..") {
      guard let low = Self.number(body[..<range.lowerBound]),
        let high = Self.number(body[range.upperBound...]),
        low <= high
      else { throw AmountError(text: text) }
      (lowest, highest, excludesLowest, excludesHighest) = (low, high, false, false)
    } else if body.hasPrefix(">") || body.hasPrefix("<") {
      let isUpper = body.hasPrefix("<")
      body = body.dropFirst()
      let inclusive = body.hasPrefix("=")
      if inclusive { body = body.dropFirst() }
      guard let bound = Self.number(body) else { throw AmountError(text: text) }
      (lowest, highest) = isUpper ? (nil, bound) : (bound, nil)
      (excludesLowest, excludesHighest) = (!isUpper && !inclusive, isUpper && !inclusive)
    } else if body.hasSuffix("+") {
      guard let bound = Self.number(body.dropLast()) else { throw AmountError(text: text) }
      (lowest, highest, excludesLowest, excludesHighest) = (bound, nil, false, false)
    } else {
      guard let value = Self.number(body) else { throw AmountError(text: text) }
      (lowest, highest, excludesLowest, excludesHighest) = (value, value, false, false)
    }
  }

  /// The number when there is just one it can be.
  public var exact: Double? {
    guard let lowest, lowest == highest else { return nil }
    return lowest
  }

  /// True when some number satisfies both; an approximate amount is first widened by `approximation`.
  public func isCompatible(with other: Amount) -> Bool { reach.meet(other.reach) != nil }

  private static func number(_ text: Substring) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 1 else {
      guard parts.count == 2, let top = plain(parts[0]), let bottom = plain(parts[1]), bottom != 0 else {
        return nil
      }
      let quotient = top / bottom
      return quotient.isFinite ? quotient : nil
    }
    return plain(text)
  }

  /// Digits with at most a sign and a decimal point between them: `Double("0x1p3")`, `"nan"` and `"1e5"` are not amounts,
  /// nor is `.5`, since `0...5` would then be a range to a half. Nil, too, where no finite number is near.
  private static func plain(_ text: Substring) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    let parts = digits.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}

/// Text that is not an amount.
public struct AmountError: Error, Equatable, Sendable {
  public let text: String
}

extension StringProtocol {
  /// Without the white space at either end.
  public func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else {
      return ""
    }
    return String(self[first...last])
  }
}
