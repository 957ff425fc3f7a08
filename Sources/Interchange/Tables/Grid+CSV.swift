extension Grid {
  /// RFC 4180, with LF line ends; every cell defused. A row of one empty cell is `""`, since a blank line is no row. The only writer of CSV.
  public var csv: String { Self.csv([header] + rows) }

  /// The rows without the header: to be written after others of the same table.
  public static func csv(_ rows: [[String]]) -> String {
    rows.map { $0 == [""] ? "\"\"" : $0.map(field).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }

  private static func field(_ cell: String) -> String {
    let cell = defused(cell)
    // Bytes, not characters: CR and LF are one character together, and a quote with an accent is another one than a quote.
    // A byte order mark in the first cell would be taken for the file's, and hide a formula behind it.
    let isMarked = cell.unicodeScalars.first == "\u{FEFF}"
    guard isMarked || cell.utf8.contains(where: { [10, 13, 34, 44].contains($0) }) else { return cell }
    let doubled = cell.unicodeScalars.reduce(into: "") { text, scalar in
      text.unicodeScalars.append(contentsOf: scalar == "\"" ? ["\"", "\""] : [scalar])
    }
    return "\"" + doubled + "\""
  }

  /// With an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, CSV Injection): one that begins with `=`, `+`, `-`, `@`,
  /// their full-width forms, a tab or a line end. Numbers stay numbers.
  private static func defused(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first),
      cell.wholeMatch(of: /[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/) == nil
    else { return cell }
    return "'" + cell
  }
}
