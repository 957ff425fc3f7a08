/// Finds YAML's aliases: `*name` for what was written once as `&name …`. They let a few lines stand for more than a memory holds, and
/// none of our formats needs them.
enum YAMLAliases {
  /// The first `*name` after an `&name`, wherever they stand, and its line; nil when there is none.
  static func first(in text: String) -> (name: String, line: Int)? {
    var anchors: Set<String> = []
    var line = 1
    var rest = text.utf8[...]
    while let sign = rest.popFirst() {
      switch sign {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "&"): anchors.insert(name(rest))
      case UInt8(ascii: "*"):
        let name = name(rest)
        if !name.isEmpty && anchors.contains(name) { return (name, line) }
      default: break
      }
    }
    return nil
  }

  /// The letters, digits, hyphens and underscores that libyaml takes for a name.
  private static func name(_ text: Substring.UTF8View) -> String {
    String(
      decoding: text.prefix {
        (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }, as: UTF8.self)
  }
}
