extension CSVReader {
  /// Splits bytes into records and fields.
  struct Scanner {
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1
    private let delimiter: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    init(bytes: [UInt8], delimiter: UInt8) {
      self.delimiter = delimiter
      self.bytes = bytes
      position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record that is not a blank line; nil at the end.
    mutating func record() throws(CSVError) -> Record? {
      while position < bytes.count, endsLine(at: position) { skipLineEnd() }
      guard position < bytes.count else { return nil }
      let start = line
      var fields: [String] = []
      while true {
        fields.append(try field())
        guard position < bytes.count, bytes[position] == delimiter else { break }
        position += 1
      }
      skipLineEnd()
      return Record(fields: fields, line: start)
    }

    private mutating func field() throws(CSVError) -> String {
      guard position < bytes.count, bytes[position] == Self.quote else { return try plain() }
      return try quoted()
    }

    private mutating func plain() throws(CSVError) -> String {
      let start = position
      while position < bytes.count, bytes[position] != delimiter, !endsLine(at: position) {
        guard bytes[position] != Self.quote else { throw CSVError.strayQuote(line: line) }
        position += 1
      }
      return try text(bytes[start..<position], from: line)
    }

    private mutating func quoted() throws(CSVError) -> String {
      let opened = line
      position += 1
      var content: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte != Self.quote {
          if byte == Self.feed { line += 1 }
          content.append(byte)
        } else if position < bytes.count, bytes[position] == Self.quote {
          content.append(byte)
          position += 1
        } else {
          guard position >= bytes.count || bytes[position] == delimiter || endsLine(at: position) else {
            throw CSVError.strayQuote(line: line)
          }
          return try text(content[...], from: opened)
        }
      }
      throw CSVError.openQuote(line: opened)
    }

    private func endsLine(at index: Int) -> Bool {
      bytes[index] == Self.feed
        || bytes[index] == Self.carriage && (index + 1 == bytes.count || bytes[index + 1] == Self.feed)
    }

    private mutating func skipLineEnd() {
      if position < bytes.count, bytes[position] == Self.carriage { position += 1 }
      if position < bytes.count, bytes[position] == Self.feed { position += 1 }
      line += 1
    }

    /// The text of a field that starts on a line; the error names the line of the first byte that is amiss.
    private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(CSVError) -> String {
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      let lines = bytes.split(separator: Self.feed, omittingEmptySubsequences: false)
      let wrong = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw CSVError.notUTF8(line: start + wrong)
    }
  }
}
