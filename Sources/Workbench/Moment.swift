import Chronology
import Foundation

/// A moment of record time, as the log writes it: RFC 3339 in UTC with milliseconds.
public struct Moment: Hashable, Sendable {
  public let text: String

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
  private static let whole = Date.ISO8601FormatStyle(timeZone: .gmt)

  /// The nearest millisecond; Foundation's own style cuts what binary fractions fall short of.
  private init(_ date: Date) {
    let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
    let rest = (milliseconds % 1000 + 1000) % 1000
    let digits = String(1000 + rest).dropFirst()
    text = Date(timeIntervalSince1970: Double(milliseconds - rest) / 1000).formatted(Self.whole).replacing(
      "Z", with: ".\(digits)Z")
  }

  /// Reads RFC 3339 with or without fractions of a second, in any zone; or a day, of which it is the end, in UTC. Nil when it is neither.
  public init?(_ text: String) {
    // Foundation takes February 30 for March 2.
    guard Day(String(text.prefix(10))) != nil else { return nil }
    if let date = (try? Date(text, strategy: Self.style)) ?? (try? Date(text, strategy: Self.whole)) {
      self.init(date)
    } else if text.count == 10, let midnight = try? Date(text + "T23:59:59Z", strategy: Self.whole) {
      self.init(midnight.addingTimeInterval(0.999))
    } else {
      return nil
    }
  }

  /// Now.
  public static func now() -> String { Moment(Date()).text }
}
