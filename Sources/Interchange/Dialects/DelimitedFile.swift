/// Reads delimited text: finds its encoding and its delimiter where they are not declared.
struct DelimitedFile {
  let name: String
  let declared: Dialect

  func read(_ bytes: [UInt8]) throws(TableError) -> TableText {
    let (encoding, isTold) = try encoding(of: bytes)
    var text = bytes
    if encoding != .utf8 {
      do { text = try TextDecoder.utf8(bytes, from: encoding) } catch { throw fault(error, encoding) }
    } else if text.starts(with: TextMark.utf8) {
      text.removeFirst(TextMark.utf8.count)
    }
    endLines(&text)
    let announced = announcedDelimiter(&text)
    let delimiter: Delimiter
    if let known = declared.delimiter ?? announced { delimiter = known } else { delimiter = try guess(text) }
    var guesses: [String] = []
    if isTold { guesses.append("encoding: \(encoding.rawValue)" + sample(text)) }
    if declared.delimiter == nil, delimiter != .comma { guesses.append("delimiter: \"\(delimiter.word)\"") }
    let note =
      guesses.isEmpty
      ? [] : ["\(name) is read with \(guesses.joined(separator: ", ")), which its mapping does not declare."]
    return TableText(
      name: name, bytes: text, delimiter: delimiter, notes: note, rows: RowMap(), faults: [:])
  }

  /// The first word beyond ASCII as it is read, for a person to judge by.
  private func sample(_ text: [UInt8]) -> String {
    guard let first = text.firstIndex(where: { $0 >= 0x80 }) else { return "" }
    func endsWord(_ byte: UInt8) -> Bool { byte <= 32 || [34, 44, 59, 124].contains(byte) }
    let start = text[..<first].lastIndex(where: endsWord).map { $0 + 1 } ?? 0
    let word = String(decoding: text[start...].prefix(200).prefix { !endsWord($0) }, as: UTF8.self)
    return " (it says '\(word.prefix(20))')"
  }

  /// The encoding, and whether it is a guess that has to be told.
  private func encoding(of bytes: [UInt8]) throws(TableError) -> (TextEncoding, isTold: Bool) {
    if let encoding = declared.encoding {
      guard encoding == .utf16 else { return (try checked(encoding, bytes), false) }
      if let found = EncodingGuess.marked(bytes) ?? EncodingGuess.utf16(bytes, UTF8Survey(bytes)) {
        return (found, false)
      }
      throw TableError(
        place: name,
        message: "declared as utf-16, but it has no byte order mark. Declare utf-16le or utf-16be instead.")
    }
    switch EncodingGuess(bytes) {
    case .certain(let encoding): return (encoding, encoding != .utf8)
    case .likely(let encoding): return (encoding, true)
    case .damagedUTF8(let place):
      throw fault(
        TextDecoder.Fault(byte: bytes[place], line: line(of: place, in: bytes)), .utf8,
        "The rest of the file is UTF-8: mend this line.")
    case .binary:
      throw TableError(place: name, message: "not a table: expected delimited text or an XLSX workbook")
    case .unknown(let place):
      throw fault(
        TextDecoder.Fault(byte: bytes[place], line: line(of: place, in: bytes)), .utf8,
        "No other encoding is certain: declare it in the mapping as 'encoding:', one of \(TextEncoding.words.joined(separator: ", ")), or save the file as UTF-8."
      )
    }
  }

  /// UTF-8 is not decoded, and so has to be looked through.
  private func checked(_ encoding: TextEncoding, _ bytes: [UInt8]) throws(TableError) -> TextEncoding {
    guard encoding == .utf8, let wrong = UTF8Survey(bytes).firstWrong else { return encoding }
    throw fault(TextDecoder.Fault(byte: bytes[wrong], line: line(of: wrong, in: bytes)), .utf8)
  }

  /// Where CR alone ends the lines, as in Excel's "CSV (Macintosh)", LF takes its place.
  private func endLines(_ text: inout [UInt8]) {
    guard text.contains(13), !text.contains(10) else { return }
    for place in text.indices where text[place] == 13 { text[place] = 10 }
  }

  private func guess(_ text: [UInt8]) throws(TableError) -> Delimiter {
    let guess = DelimiterGuess(text)
    if let delimiter = guess.delimiter { return delimiter }
    let words = guess.candidates.map { "'\($0.word)'" }.joined(separator: " and ")
    throw TableError(
      place: name,
      message:
        "its delimiter cannot be told: the header has \(words). Declare it in the mapping as 'delimiter:'.")
  }

  /// Excel's own first line `sep=;`, which becomes a blank line.
  private func announcedDelimiter(_ text: inout [UInt8]) -> Delimiter? {
    guard text.starts(with: Array("sep=".utf8)), text.count > 5, [10, 13].contains(text[5]) else {
      return nil
    }
    guard let delimiter = Delimiter.allCases.first(where: { $0.byte == text[4] }) else { return nil }
    text.removeFirst(5)
    return delimiter
  }

  private func fault(_ fault: TextDecoder.Fault, _ encoding: TextEncoding, _ advice: String = "")
    -> TableError
  {
    let byte = String(fault.byte, radix: 16, uppercase: true)
    let hex = byte.count == 1 ? "0" + byte : byte
    return TableError(
      place: "\(name):\(fault.line)",
      message: "the byte \(hex) is not \(encoding.rawValue) text." + (advice.isEmpty ? "" : " " + advice))
  }

  private func line(of place: Int, in bytes: [UInt8]) -> Int { bytes[..<place].count { $0 == 10 } + 1 }
}
