import Foundation

/// Reads what stands behind the question mark of an address (the URL Standard's `application/x-www-form-urlencoded`).
enum QueryText {
  /// Nil where a per-cent sign does not begin a byte, or the bytes are not UTF-8.
  static func values(_ text: String) -> [String: String]? {
    var values: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding
      }
      guard let name = halves[0], let value = halves.count == 1 ? "" : halves[1] else { return nil }
      values[name] = value
    }
    return values
  }
}
