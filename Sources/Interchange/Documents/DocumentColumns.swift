/// Which columns of a table, or keys of JSON, say what of a document. Keys within objects are written with dots: `source.name`.
public struct DocumentColumns: Hashable, Sendable {
  /// Several together tell a document where none does by itself; empty where documents are numbered.
  public var id: [String]
  public var text: String
  public var title: String?
  public var date: String?
  public var outlet: String?
  /// Names, with semicolons between, or a JSON array.
  public var authors: String?
  /// A column, or what is so for all documents.
  public var language: String?
  public var under: String?

  public init(
    id: [String], text: String, title: String? = nil, date: String? = nil, outlet: String? = nil,
    authors: String? = nil, language: String? = nil, under: String? = nil
  ) {
    (self.id, self.text, self.title, self.date, self.outlet) = (id, text, title, date, outlet)
    (self.authors, self.language, self.under) = (authors, language, under)
  }

  /// Those that must be there.
  var needed: [String] { id + [text] + [title, date, outlet, authors].compactMap(\.self) }

  var used: Set<String> { Set(needed + [language, under].compactMap(\.self)) }
}

/// Puts a document together of its fields.
struct DocumentAssembly {
  let columns: DocumentColumns
  /// Of the file, where documents are numbered.
  let file: String
  /// Whether the file has a column of that name.
  let has: (String) -> Bool

  /// - Parameters:
  ///   - number: which document of the file it is, counted from 1.
  ///   - field: a field's text, without white space around; nil where there is none.
  ///   - list: the names in a field.
  func document(
    line: Int, number: Int, field: (String) -> String?, list: (String) -> [String], extra: String?
  ) throws(DocumentProblem) -> RawDocument {
    var parts: [String] = []
    for column in columns.id {
      guard let part = field(column) else {
        throw DocumentProblem(
          line: line, field: column, found: "", expected: "what tells the document from others")
      }
      parts.append(part)
    }
    var document = RawDocument(
      line: line, id: parts.isEmpty ? "\(file)#\(number)" : parts.joined(separator: "+"))
    document.text = field(columns.text) ?? ""
    document.title = columns.title.flatMap(field)
    document.date = columns.date.flatMap(field)
    document.outlet = columns.outlet.flatMap(field)
    document.authors = columns.authors.map(list) ?? []
    document.language = columns.language.flatMap { has($0) ? field($0) : $0 }
    document.under = columns.under.flatMap { has($0) ? field($0) : $0 }
    document.extra = extra
    return document
  }

  /// Names with semicolons between.
  static func names(_ text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }
}
