import Interchange
import Mustache

/// The templates of all pages, read once. A variable is text, and is escaped; no template may use the form that is not.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// - Throws: the parser's error for a template that is none.
  init(_ sections: [Section] = Section.all + [.edit, .code]) throws {
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
    library.render(["page": Members(page), "frame": Members(frame)], withTemplate: type(of: page).template)
      ?? ""
  }
}

/// The stored properties of a value by name, looked up once: a template would go through all of them for each name. What is nil is left out.
private struct Members: MustacheParent {
  private var values: [String: Any] = [:]

  init(_ subject: Any) {
    for child in Mirror(reflecting: subject).children {
      guard let name = child.label, !(child.value is String) else {
        values[child.label ?? ""] = child.value
        continue
      }
      let value = Mirror(reflecting: child.value)
      values[name] = value.displayStyle == .optional ? value.children.first?.value : child.value
    }
  }

  func child(named name: String) -> Any? {
    guard let value = values[name], !(value is String || value is Bool) else { return values[name] }
    if let all = value as? [Any] { return all.map(Self.part) }
    return Self.part(value)
  }

  /// A structure by its members, anything else as it is.
  private static func part(_ value: Any) -> Any {
    value is String || Mirror(reflecting: value).displayStyle != .struct ? value : Members(value)
  }
}

/// Escapes by scalars: to Swift, and to the library's own escaping, a quote under an accent is another character than a quote; to a
/// browser it ends the attribute.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { text.escapedForHTML }
}
