import Foundation

extension Grid {
  /// A pipe table (GitHub Flavored Markdown), columns lined up so that it reads well in a terminal too.
  public var markdown: String {
    let cells = ([header] + rows).map { row in
      row.map(Self.piped)
    }
    let widths = header.indices.map { column in cells.map { $0[column].terminalWidth }.max() ?? 0 }
    func line(_ row: [String]) -> String {
      "| "
        + row.enumerated().map { column, cell in
          let fill = String(repeating: " ", count: max(0, widths[column] - cell.terminalWidth))
          return numeric.contains(column) ? fill + cell : cell + fill
        }.joined(separator: " | ") + " |"
    }
    let rule =
      "| "
      + widths.enumerated().map { column, width in
        let dashes = String(repeating: "-", count: max(2, width - 1))
        return numeric.contains(column) ? dashes + ":" : dashes + "-"
      }.joined(separator: " | ") + " |"
    let head = title.isEmpty ? [] : ["**\(title)**", ""]
    let foot = notes.isEmpty ? [] : [""] + notes.map { "- \($0)" }
    return (head + [line(cells[0]), rule] + cells.dropFirst().map(line) + foot).joined(separator: "\n")
  }

  /// A cell on one line, its own bars marked. By scalars: to Swift, CR LF is one character, and so is a bar under an accent.
  private static func piped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0x0A || $0 == 0x0D }) else {
      return cell
    }
    var piped = ""
    for scalar in cell.replacing("\r\n", with: " ").unicodeScalars {
      switch scalar {
      case "|": piped += "\\|"
      case "\n", "\r": piped += " "
      default: piped.unicodeScalars.append(scalar)
      }
    }
    return piped
  }

  /// A `table` element; text only, everything escaped.
  public var html: String {
    func row(_ cells: [String], _ tag: String) -> String {
      let inner = cells.enumerated().map { column, cell in
        let tag = column == 0 && tag == "td" ? "th scope=\"row\"" : tag == "th" ? "th scope=\"col\"" : tag
        let alignment = numeric.contains(column) ? " class=\"number\"" : ""
        return "<\(tag)\(alignment)>\(cell.escapedForHTML)</\(tag.prefix(2))>"
      }
      return "<tr>" + inner.joined() + "</tr>"
    }
    let caption = title.isEmpty ? "" : "<caption>\(title.escapedForHTML)</caption>"
    let notes = notes.map { "<p class=\"note\">\($0.escapedForHTML)</p>" }.joined(separator: "\n")
    let body = rows.map { row($0, "td") }.joined(separator: "\n")
    return
      "<table>\(caption)<thead>\(row(header, "th"))</thead>\n<tbody>\n\(body)\n</tbody></table>\n\(notes)"
  }
}

extension String {
  /// With `&`, `<`, `>` and both quotes as references: safe in text and in attributes.
  public var escapedForHTML: String {
    guard utf8.contains(where: { [38, 60, 62, 34, 39].contains($0) }) else { return self }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(utf8.count + 32)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      case UInt8(ascii: "'"): escaped += "&#39;".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Columns it takes in a terminal: two for wide East Asian characters, none for combining marks.
  public var terminalWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60:
        sum + 2
      default: sum + 1
      }
    }
  }
}
