import Diplomacy

extension String {
  /// As a terminal or a page can show it beside other texts: as `shown`, and without the marks that turn the direction of what follows, which would
  /// make another text look like part of this one (Unicode Technical Report 36, 2.4). Words from right to left need none of them.
  func displayed(atMost limit: Int = 80) -> String {
    let turning = unicodeScalars.contains(where: \.turnsDirection)
    guard turning else { return shown(atMost: limit) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.turnsDirection })).shown(atMost: limit)
  }
}

extension Unicode.Scalar {
  /// Embeddings, overrides and isolates, and their ends.
  fileprivate var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
