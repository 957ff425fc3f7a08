import Discourse
import Yams

/// Reads dictionaries in YAML, as quanteda writes them: categories by name, each a list of patterns or further categories by name; `__` in a category are its own
/// patterns beside those. A pattern for texts of one language is `{pattern: arte, language: it}`.
struct YAMLDictionary {
  private let yaml: YAMLFile
  private var entries: [PatternDictionary.Entry] = []

  init(_ text: String, name: String) throws(FormatError) {
    yaml = try YAMLFile(text, name: name)
    try read(yaml.root, [])
  }

  func file() throws(FormatError) -> DictionaryFile { DictionaryFile(entries) }

  private mutating func read(_ node: Node, _ path: [String]) throws(FormatError) {
    if let mapping = node.mapping {
      for (key, value) in mapping {
        let name = try yaml.text(key, "the name of a category")
        guard !name.isEmpty else { throw yaml.fault(key, "a category needs a name") }
        try read(value, name == "__" && !path.isEmpty ? path : path + [name])
      }
      return
    }
    guard !path.isEmpty else {
      throw yaml.fault(node, "expected categories by name, each with a list of patterns")
    }
    for pattern in yaml.list(node) { try take(pattern, path) }
  }

  private mutating func take(_ node: Node, _ path: [String]) throws(FormatError) {
    var (text, language) = (node, nil as String?)
    if node.mapping != nil {
      let pairs = try yaml.pairs(node, allowed: ["pattern", "language"], in: "a pattern")
      guard let pattern = pairs["pattern"] else { throw yaml.fault(node, "a pattern needs 'pattern'") }
      text = pattern
      language = try pairs["language"].map { node throws(FormatError) in try yaml.text(node, "'language'") }
    }
    let line = yaml.fault(node, "").line
    entries.append(
      try DictionaryFile.entry(
        path, try yaml.text(text, "a pattern"), language: language, name: yaml.name, line: line))
  }
}
