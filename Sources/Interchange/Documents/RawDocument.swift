/// A document as a file has it, every field as text.
public struct RawDocument: Hashable, Sendable {
  /// Where it begins in its file; 1 is the first line, or the row of a sheet.
  public var line: Int
  public var id: String
  public var text = ""
  public var title: String?
  public var date: String?
  public var outlet: String?
  public var language: String?
  public var under: String?
  public var authors: [String] = []
  /// A JSON object of all else that there is; nil where there is nothing.
  public var extra: String?

  public init(line: Int, id: String) {
    self.line = line
    self.id = id
  }
}

/// A field that cannot be taken.
public struct DocumentProblem: Error, Hashable, Sendable {
  public let line: Int
  /// Empty for the document as a whole.
  public let field: String
  public let found: String
  public let expected: String

  public init(line: Int, field: String, found: String, expected: String) {
    (self.line, self.field, self.found, self.expected) = (line, field, found, expected)
  }
}

/// Gives the documents of a file one by one.
public protocol DocumentReader {
  /// The next document, or what is wrong with it; nil at the end.
  ///
  /// - Throws: `TableError` where the file cannot be read any further, and what reading its bytes throws.
  mutating func next() throws -> Result<RawDocument, DocumentProblem>?
  /// What was taken for granted and should be told: sentences.
  var notes: [String] { get }
}

/// Gives the bytes of a file, some at a time; nil at the end.
public typealias ByteChunks = () throws -> [UInt8]?
