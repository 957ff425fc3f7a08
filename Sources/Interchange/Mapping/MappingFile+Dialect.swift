import Yams

extension MappingFile {
  static let dialectKeys: Set<String> = ["encoding", "delimiter", "decimal", "sheet"]

  /// How the table's file is written, as far as the mapping says.
  func dialect(_ pairs: [String: Node]) throws(FormatError) -> Dialect {
    Dialect(
      encoding: try word("encoding", of: pairs, among: TextEncoding.words, TextEncoding.init(word:)),
      delimiter: try word(
        "delimiter", of: pairs, among: Delimiter.allCases.map { "'\($0.word)'" }, Delimiter.init(word:)),
      decimal: try word(
        "decimal", of: pairs, among: Dialect.Decimal.allCases.map { "'\($0.rawValue)'" },
        Dialect.Decimal.init(rawValue:)),
      sheet: try pairs["sheet"].map { (node) throws(FormatError) in try file.text(node, "'sheet'") })
  }

  private func word<T>(
    _ key: String, of pairs: [String: Node], among words: [String], _ read: (String) -> T?
  ) throws(FormatError) -> T? {
    guard let node = pairs[key] else { return nil }
    let text = try file.text(node, "'\(key)'")
    if let value = read(text) { return value }
    throw file.fault(node, "'\(text)' is no \(key); expected one of: \(words.joined(separator: ", "))")
  }

  /// Cells that say nothing: one, or a list.
  func missing(_ node: Node?) throws(FormatError) -> Set<String> {
    guard let node else { return [] }
    var words: Set<String> = []
    for word in file.list(node) { words.insert(try file.text(word, "'missing'")) }
    return words
  }

  /// What is particular to single columns: which of their cells say nothing.
  func columns(_ node: Node?) throws(FormatError) -> [String: Set<String>] {
    guard let node else { return [:] }
    guard let columns = node.mapping else { throw file.fault(node, "'columns' must be a mapping of columns") }
    var missing: [String: Set<String>] = [:]
    for (key, value) in columns {
      let pairs = try file.pairs(value, allowed: ["missing"], in: "a column")
      missing[try file.text(key, "a column")] = try self.missing(pairs["missing"])
    }
    return missing
  }
}
