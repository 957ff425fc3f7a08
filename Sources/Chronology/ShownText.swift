extension StringProtocol {
  /// The text as a message can show it: on one line, with control characters and line breaks (which could command a terminal, or
  /// look like another message) escaped as in Swift, and what goes beyond the limit, in Unicode scalars, cut to "…".
  public func shown(atMost limit: Int = 80) -> String {
    var shown = ""
    let first = unicodeScalars.prefix(limit)
    for scalar in first {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown += scalar.escaped(asASCII: true)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return first.endIndex == endIndex ? shown : shown + "…"
  }
}
