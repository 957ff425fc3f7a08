/// Reads a document that is a file of its own: text, Markdown or HTML.
public enum DocumentFile {
  /// The endings of names that are read, in lower case.
  public static let endings: Set<String> = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"]
  /// Bytes of one document.
  public static let longest = TableLimits.field

  /// The title is HTML's `<title>`, or Markdown's first heading, or the name of the file; the date is what of the name is one.
  ///
  /// - Parameter path: below the folder, with slashes: the document's identifier.
  /// - Throws: `TableError` for a file that is too long, or not text of a known encoding.
  public static func read(
    _ bytes: [UInt8], path: String, columns: DocumentColumns, encoding: TextEncoding? = nil
  )
    throws(TableError) -> RawDocument
  {
    guard bytes.count <= longest else {
      throw TableError(
        place: path,
        message: "longer than \(longest >> 20) MiB: a document is shorter. Divide it, or leave it out.")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let (stem, ending) = (String(name[..<dot]), name[dot...].dropFirst().lowercased())
    var document = RawDocument(line: 1, id: path)
    let text = try decoded(
      bytes, path, declared: encoding ?? (ending.contains("htm") ? declared(bytes) : nil))
    if ending.contains("htm") {
      let page = HTMLText(text)
      (document.text, document.title) = (page.text, page.title)
    } else {
      document.text = text
      if ending.hasPrefix("m") { document.title = heading(text) }
    }
    document.title = document.title ?? stem
    document.date = DateText.date(within: stem)
    (document.outlet, document.language, document.under) = (columns.outlet, columns.language, columns.under)
    return document
  }

  private static func heading(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("#") }
    let heading = line.map { $0.drop { $0 == "#" }.trimmingSpaces() }
    return heading?.isEmpty == true ? nil : heading
  }

  /// What `<meta charset>` says near the beginning of a page.
  private static func declared(_ bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    guard let word = head.firstMatch(of: /charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)/.ignoresCase())?.output.1
    else { return nil }
    return TextEncoding(word: String(word))
  }

  private static func decoded(_ bytes: [UInt8], _ path: String, declared: TextEncoding?) throws(TableError)
    -> String
  {
    let encoding: TextEncoding
    switch (declared, EncodingGuess(bytes)) {
    case (_, .certain(let certain)): encoding = certain
    case (let declared?, _): encoding = declared
    case (nil, .likely(let likely)): encoding = likely
    case (nil, .binary): throw TableError(place: path, message: "not text. Leave it out of the folder.")
    case (nil, .damagedUTF8(let place)), (nil, .unknown(let place)):
      let line = bytes[..<place].count { $0 == 10 } + 1
      throw TableError(
        place: "\(path):\(line)",
        message:
          "the byte \(String(bytes[place], radix: 16, uppercase: true)) is not utf-8 text. Save the file as UTF-8, or say what it is with --encoding."
      )
    }
    do throws(TextDecoder.Fault) {
      let text = encoding == .utf8 ? bytes : try TextDecoder.utf8(bytes, from: encoding)
      let isMarked = text.starts(with: TextMark.utf8)
      guard let text = String(validating: text.dropFirst(isMarked ? 3 : 0), as: UTF8.self) else {
        throw TextDecoder.Fault(byte: 0, line: 1)
      }
      return text.replacing("\r\n", with: "\n")
    } catch {
      throw TableError(
        place: "\(path):\(error.line)",
        message: "not \(encoding.rawValue) text. Say what it is with --encoding.")
    }
  }
}
