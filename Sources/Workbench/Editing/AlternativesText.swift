/// Values that are *one of* several as one text: `Italy | Spain`. A bar or backslash that belongs to a value follows a backslash.
public enum AlternativesText {
  public static func text(_ values: [String]) -> String {
    values.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: " | ")
  }

  /// The values without blanks around them; blank ones are left out.
  public static func values(_ text: String) -> [String] {
    var values = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "|" where !isEscaped: values.append(String.UnicodeScalarView())
      default:
        // A backslash before anything else is one.
        if isEscaped, scalar != "|", scalar != "\\" { values[values.count - 1].append("\\") }
        values[values.count - 1].append(scalar)
      }
      isEscaped = false
    }
    if isEscaped { values[values.count - 1].append("\\") }
    return values.map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
  }
}
