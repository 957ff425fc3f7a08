import Foundation

/// A moment of record time, as the log writes it: RFC 3339 in UTC with milliseconds.
public struct Moment: Hashable, Sendable {
  public let text: String

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)

  private init(_ date: Date) { text = date.formatted(Self.style) }

  /// Reads RFC 3339 with or without fractions of a second, in any zone; or a day, of which it is the end, in UTC. Nil when it is neither.
  public init?(_ text: String) {
    let plain = Date.ISO8601FormatStyle(timeZone: .gmt)
    if let date = (try? Date(text, strategy: Self.style)) ?? (try? Date(text, strategy: plain)) {
      self.init(date)
    } else if text.count == 10, let midnight = try? Date(text + "T23:59:59Z", strategy: plain) {
      self.init(midnight.addingTimeInterval(0.999))
    } else {
      return nil
    }
  }

  /// Now.
  public static func now() -> String { Moment(Date()).text }
}
