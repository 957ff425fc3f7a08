import Chronology
import Discourse

/// Reads dictionaries as tables: a row a pattern, with the columns `category` (of categories in one another with `/` between), `pattern` and, where wanted,
/// `language`; others are passed over.
struct DelimitedDictionary {
  private let name: String
  private let header: [String]
  private var records: CSVReader
  private var entries: [PatternDictionary.Entry] = []

  init(_ bytes: [UInt8], name: String) throws(FormatError) {
    self.name = name
    let table: TableText
    do { table = try TableText.read(bytes, fileName: name) } catch {
      let line = error.place.split(separator: ":").last.flatMap { Int($0) } ?? 1
      throw FormatError(file: name, line: line, message: error.message.shown(atMost: 1000))
    }
    do throws(CSVError) {
      let reader = try CSVReader(table.bytes, delimiter: table.delimiter)
      (header, records) = (reader.header, reader)
    } catch { throw Self.fault(error, name) }
    try read()
  }

  func file() throws(FormatError) -> DictionaryFile { DictionaryFile(entries) }

  private mutating func read() throws(FormatError) {
    let (category, pattern) = (try column("category"), try column("pattern"))
    let language = header.firstIndex(of: "language")
    while let record = try next() {
      let path = record.fields[category].split(separator: "/").map { String($0).trimmingSpaces() }
      guard !path.isEmpty, !path.contains("") else {
        throw FormatError(file: name, line: record.line, message: "'category' is empty")
      }
      entries.append(
        try DictionaryFile.entry(
          path, record.fields[pattern], language: language.map { record.fields[$0].trimmingSpaces() },
          name: name, line: record.line))
    }
  }

  private func column(_ column: String) throws(FormatError) -> Int {
    if let place = header.firstIndex(of: column) { return place }
    throw FormatError(
      file: name, line: 1,
      message:
        "it has no column '\(column)'; expected category, pattern and perhaps language, found \(header.joined(separator: ", ").shown(atMost: 500))"
    )
  }

  private mutating func next() throws(FormatError) -> CSVReader.Record? {
    do throws(CSVError) { return try records.next() } catch { throw Self.fault(error, name) }
  }

  private static func fault(_ error: CSVError, _ name: String) -> FormatError {
    FormatError(file: name, line: error.line, message: error.text)
  }
}
