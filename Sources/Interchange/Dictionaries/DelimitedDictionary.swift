import Discourse

/// Reads dictionaries as tables: a row a pattern, with the columns `category` (of categories in one another with `/` between), `pattern` and, where wanted,
/// `language`; others are passed over.
struct DelimitedDictionary {
  private let name: String
  private var entries: [PatternDictionary.Entry] = []

  init(_ bytes: [UInt8], name: String) throws(FormatError) {
    self.name = name
    do {
      try read(try TableText.read(bytes, fileName: name))
    } catch let error as FormatError {
      throw error
    } catch let error as TableError {
      let line = error.place.split(separator: ":").last.flatMap { Int($0) } ?? 1
      throw FormatError(file: name, line: line, message: error.message)
    } catch {
      throw Self.fault(error as? CSVError ?? .empty, name)
    }
  }

  func file() throws(FormatError) -> DictionaryFile { DictionaryFile(entries) }

  private mutating func read(_ table: TableText) throws {
    var reader = try CSVReader(table.bytes, delimiter: table.delimiter)
    func column(_ column: String) throws -> Int {
      if let place = reader.header.firstIndex(of: column) { return place }
      throw FormatError(
        file: name, line: 1,
        message:
          "it has no column '\(column)'; expected category, pattern and perhaps language, found \(reader.header.joined(separator: ", "))"
      )
    }
    let (category, pattern) = (try column("category"), try column("pattern"))
    let language = reader.header.firstIndex(of: "language")
    while let record = try reader.next() {
      let path = record.fields[category].split(separator: "/").map { String($0).trimmingSpaces() }
      guard !path.isEmpty, !path.contains("") else {
        throw FormatError(file: name, line: record.line, message: "'category' is empty")
      }
      let tongue = language.map { record.fields[$0].trimmingSpaces() } ?? ""
      entries.append(
        try DictionaryFile.entry(
          path, record.fields[pattern], language: tongue.isEmpty ? nil : tongue, name: name, line: record.line
        ))
    }
  }

  private static func fault(_ error: CSVError, _ name: String) -> FormatError {
    let (line, message): (Int, String) =
      switch error {
      case .empty: (1, "the file is empty")
      case .unnamedColumn(let number): (1, "its column \(number) has no name")
      case .repeatedColumn(let column): (1, "the column '\(column)' comes twice")
      case .fieldCount(let line, let found, let expected): (line, "\(found) fields, expected \(expected)")
      case .openQuote(let line): (line, "a quoted field that begins here never ends")
      case .strayQuote(let line): (line, "a quote inside a field; quotes within quoted fields are doubled")
      case .notUTF8(let line): (line, "it is not UTF-8")
      case .tooManyColumns(let line, let found): (line, "\(found) columns are too many")
      case .longField(let line, let column): (line, "the field of column \(column) is too long")
      }
    return FormatError(file: name, line: line, message: message)
  }
}
