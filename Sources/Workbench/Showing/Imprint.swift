/// What a reader needs to find a source: authors, container, publisher.
public enum Imprint {
  /// - Parameter csl: the source as CSL-JSON; empty text where that is not to be read.
  public static func text(_ csl: String) -> String {
    guard let item = try? JSON(text: csl) else { return "" }
    var parts: [String] = []
    if case .array(let authors)? = item["author"] {
      let names = authors.map { author -> String in
        if case .string(let literal)? = author["literal"] { return literal }
        return ["given", "family"].compactMap {
          if case .string(let name)? = author[$0] { name } else { nil }
        }
        .joined(separator: " ")
      }
      parts.append(names.joined(separator: ", "))
    }
    for key in ["container-title", "publisher"] {
      if case .string(let text)? = item[key] { parts.append(text) }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ". ")
  }
}
