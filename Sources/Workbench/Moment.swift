import Foundation

/// Record time, as the log writes it.
public enum Moment {
  /// Now, RFC 3339 in UTC with milliseconds.
  public static func now() -> String { text(Date()) }

  static func text(_ date: Date) -> String {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
    return date.formatted(style)
  }
}
