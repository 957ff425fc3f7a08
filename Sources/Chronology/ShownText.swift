extension StringProtocol {
  /// The text as a message can show it: on one line, with control characters and line breaks (which could command a terminal, or
  /// look like another message) escaped as in Swift, and what goes beyond the limit, in Unicode scalars, cut to "…".
  public func shown(atMost limit: Int = 80) -> String {
    if isPlain(atMost: limit) { return String(self) }
    var shown = ""
    let first = unicodeScalars.prefix(limit)
    for scalar in first {
      if scalar.breaksLines {
        shown += scalar.escaped(asASCII: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return first.endIndex == endIndex ? shown : shown + "…"
  }

  /// Whether it is shown as it is, which almost every text is.
  private func isPlain(atMost limit: Int) -> Bool {
    var count = 0
    for scalar in unicodeScalars {
      count += 1
      guard count <= limit, !scalar.breaksLines else { return false }
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it is a control (Unicode's category Cc), or separates lines or paragraphs (Zl, Zp): which these are is settled for ever (Unicode
  /// Character Encoding Stability Policies).
  fileprivate var breaksLines: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
