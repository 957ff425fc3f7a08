extension Sequence<String> {
  /// The fields as one record, RFC 4180, with its line break: quoted where a field holds the delimiter, a quote or a line break.
  public func csvLine(_ delimiter: Delimiter = .comma) -> [UInt8] {
    var line: [UInt8] = []
    for (index, field) in enumerated() {
      if index > 0 { line.append(delimiter.byte) }
      let needsQuotes = field.utf8.contains { $0 == delimiter.byte || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      line += needsQuotes ? Array("\"\(field.replacing("\"", with: "\"\""))\"".utf8) : Array(field.utf8)
    }
    return line + [0x0A]
  }
}
