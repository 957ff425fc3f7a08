import Interchange
import Mustache

/// The templates of all pages, read once. A variable is text, and is escaped; no template may use the form that is not.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// - Throws: the parser's error for a template that is none.
  init(_ sections: [Section] = Section.all + [.edit]) throws {
    MustacheContentTypes.register(Markup(), named: Markup.name)
    var library = MustacheLibrary()
    let all = sections.map(\.templates).reduce(Frame.templates) { $0.merging($1) { first, _ in first } }
    for (name, text) in all {
      library.register(try MustacheTemplate(string: "{{% CONTENT_TYPE: \(Markup.name)}}" + text), named: name)
    }
    self.library = library
  }

  /// The page in its frame.
  func html(_ page: some Page, in frame: Frame) -> String {
    library.render(["page": page as Any, "frame": frame as Any], withTemplate: type(of: page).template) ?? ""
  }
}

/// Escapes by scalars: to Swift, and to the library's own escaping, a quote under an accent is another character than a quote; to a
/// browser it ends the attribute.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { text.escapedForHTML }
}
