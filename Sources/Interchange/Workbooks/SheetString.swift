/// Text of a workbook as characters.
enum SheetString {
  /// Reads the text below an element that was just opened (`si` or `is`), up to its end: its plain text or all of its runs.
  /// How Chinese or Japanese words are pronounced (`rPh`) is left out.
  static func read(_ scanner: inout XMLScanner) throws(WorkbookFault) -> String {
    var text = ""
    var (depth, silent, isText) = (1, 0, false)
    while depth > 0 {
      switch try scanner.next() {
      case .open(let name):
        depth += 1
        if name == "rPh" { silent = max(silent, depth) }
        isText = name == "t" && silent == 0
      case .close:
        if depth == silent { silent = 0 }
        depth -= 1
        isText = false
      case .text(let piece): if isText { text += piece }
      case .end: return unescaped(text)
      }
    }
    return unescaped(text)
  }

  /// With `_x000D_` as the character it stands for (ECMA-376 part 1, 22.9.2.19); `_x005F_` is the underscore itself.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      let next = rest.prefix(6)
      if scalar == "_", next.count == 6, next.first == "x", next.last == "_",
        let number = UInt32(String(String.UnicodeScalarView(next.dropFirst().dropLast())), radix: 16),
        let character = Unicode.Scalar(number)
      {
        result.append(character)
        rest = rest.dropFirst(6)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
