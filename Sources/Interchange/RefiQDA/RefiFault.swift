public import Discourse

/// What is wrong with a REFI-QDA file.
public enum RefiFault: Error, Hashable, Sendable {
  /// No ZIP file, a damaged one, or one that unpacks to too much; in words.
  case package(String)
  /// There is no `.qde` in it, or several.
  case project(found: [String])
  /// The document cannot be read; in words.
  case document(String)
  /// The root element is another one.
  case root(found: String, expected: String)
  /// Something that must have an identifier has none, or none of the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
  case guid(element: String, found: String?)
  /// Two things have one identifier.
  case repeatedGUID(String, elements: [String])
  /// It points to something that is not there.
  case unknownTarget(element: String, of: String, guid: String)
  case number(element: String, attribute: String, found: String?)
  /// A passage that ends beyond its text, or before it begins; in code points.
  case offsets(selection: String, source: String, start: Int, end: Int, length: Int)
  /// The text of a source is not in the file.
  case missingSource(source: String, path: String)
  /// The text of a source is not UTF-8 (or UTF-16 with a byte order mark).
  case notText(source: String, path: String)
  case codebook(CodebookFault)

  public var text: String {
    switch self {
    case .package(let reason): "no QDA project can be read from it: \(reason)"
    case .project(let found):
      found.isEmpty
        ? "it has no project in it: expected a file project.qde"
        : "it has several projects in it (\(found.prefix(5).joined(separator: ", "))): expected one file .qde"
    case .document(let reason): "the XML cannot be read: \(reason)"
    case .root(let found, let expected): "found the root element <\(found)>, expected <\(expected)>"
    case .guid(let element, let found):
      "<\(element)> has \(found.map { "the guid '\($0)'" } ?? "no guid"): expected 8-4-4-4-12 hexadecimal digits"
    case .repeatedGUID(let guid, let elements):
      "two things have the guid \(guid): \(elements.map { "<\($0)>" }.joined(separator: " and ")). Export the project anew"
    case .unknownTarget(let element, let of, let guid):
      "<\(element)> in <\(of)> points to \(guid), which is not in the project"
    case .number(let element, let attribute, let found):
      "<\(element)>: \(attribute) is \(found.map { "'\($0)'" } ?? "missing"), expected a whole number"
    case .offsets(let selection, let source, let start, let end, let length):
      "the passage \(selection) of the source '\(source)' goes from \(start) to \(end), but the text has \(length) characters (Unicode code points)"
    case .missingSource(let source, let path):
      "the text of the source '\(source)' is not in it: expected \(path)"
    case .notText(let source, let path):
      "the text of the source '\(source)' (\(path)) is not UTF-8, as REFI-QDA asks"
    case .codebook(let fault): fault.text
    }
  }
}
