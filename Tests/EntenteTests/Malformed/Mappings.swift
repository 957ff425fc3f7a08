extension Malformed {
  /// A mapping instead of `t.yml`.
  private static func mapping(_ name: String, _ text: String, says: String...) -> Malformed {
    Malformed(name, ["t.yml": .bytes(Array(text.utf8))], sayingAll: says)
  }

  /// `Workplace.mapping` with a part replaced.
  private static func mapping(_ name: String, _ part: String, by other: String, says: String...) -> Malformed
  {
    Malformed(
      name, ["t.yml": .bytes(Array(Workplace.mapping.replacing(part, with: other).utf8))], sayingAll: says)
  }

  /// Each line stands ten times for the one before: 10 to the power of 30 values.
  static let bomb =
    "a0: &a0 [x]\n"
    + (1...30).map {
      "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ",") + "]\n"
    }
    .joined()

  static let mappings: [Malformed] = [
    mapping("a mapping of no bytes", "", says: "t.yml:1", "empty"),
    mapping("a mapping of comments", "# nothing yet\n", says: "t.yml:1", "empty"),
    mapping("a mapping that is a word", "hello\n", says: "t.yml:1", "'key: value'"),
    mapping("a mapping that is a list", "- file: t.csv\n", says: "t.yml:1", "'key: value'"),
    mapping("a mapping that is a table", Workplace.table, says: "t.yml:1"),
    mapping(
      "a brace that does not close", "{value: survey}", by: "{value: survey", says: "t.yml:", "'}'", "line 2"),
    mapping("tabs that indent", "  - kind", by: "\t- kind", says: "t.yml:5", "tab"),
    mapping("a colon in a bare text", "{column: page}", by: "see: page: 3", says: "t.yml:3", "quotes"),
    mapping("a control character in a mapping", "survey", by: "sur\u{1}vey", says: "t.yml:2", "U+0001"),
    mapping("a key that nobody knows", "entities:", by: "entitis:", says: "t.yml:4", "'entitis'", "entities"),
    mapping("a key that comes twice", "source:", by: "file:", says: "t.yml:1", "'file'", "twice"),
    mapping("a mapping that names no file", "file: t.csv\n", by: "", says: "t.yml:1", "needs 'file'"),
    mapping(
      "a mapping that names no source", "source: {value: survey}\n", by: "", says: "t.yml:1", "'source'"),
    mapping(
      "a kind of entity that nobody knows", "kind: actor", by: "kind: planet", says: "t.yml:5", "'planet'",
      "partnership"),
    mapping(
      "a property that nobody knows", "founded: {", by: "fonded: {", says: "t.yml:10", "'fonded'", "founded"),
    mapping(
      "a property of another kind", "founded: {", by: "quantity: {", says: "t.yml:10",
      "'quantity' is no property of actor"),
    mapping(
      "a condition with the keys of a property", "    says:", by: "    says: {}\n    when:", says: "t.yml"),
    mapping(
      "a column that is misspelt as a key", "founded: {column", by: "founded: {colum", says: "t.yml:10",
      "'colum'"),
    mapping(
      "a column and a value", "{value: survey}", by: "{value: survey, column: id}", says: "t.yml:2",
      "just one of 'column', 'value' and 'template'"),
    mapping(
      "a column that the table has not", "{column: kind}", by: "{column: sort}", says: "t.yml",
      "no column 'sort'", "id, name, kind"),
    mapping("a template's brace that does not close", "\"{id}\"", by: "\"{id\"", says: "t.yml:6", "brace"),
    mapping(
      "a new actor where none is meant", "{column: kind}", by: "{column: kind, create: {kind: city}}",
      says: "t.yml:9", "'create'"),
    mapping(
      "a condition of nothing", "    says:", by: "    when: {column: id}\n    says:", says: "t.yml:7",
      "'when'", "'empty'"),
    mapping(
      "renaming that is a list", "{column: kind}", by: "{column: kind, map: [a, b]}", says: "t.yml:9", "'map'"
    ),
    mapping(
      "a file that is a list", "file: t.csv", by: "file: [t.csv, u.csv]", says: "t.yml:1",
      "'file' must be a single value"),
    mapping("two documents in one file", "entities:", by: "---\nentities:", says: "t.yml:4", "document"),
    mapping(
      "an alias", "{value: survey}", by: "&s {value: survey}\nnote: *s", says: "t.yml:3", "'*s'", "write"),
    mapping("a bomb of aliases", bomb, says: "t.yml:2", "'*a0'"),
    mapping(
      "a list a hundred thousand deep", String(repeating: "[", count: 100_000), says: "t.yml:1", "nest"),
    mapping(
      "steps a hundred thousand deep", String(repeating: "- ", count: 100_000) + "x", says: "t.yml:1", "nest"),
    mapping(
      "a mapping of two megabytes in one word", String(repeating: "x", count: 2_000_000), says: "t.yml:1"),
    Malformed(
      "a mapping in Latin-1",
      ["t.yml": .bytes(Array("file: t.csv\n# \u{D6}".unicodeScalars.map { UInt8($0.value) }))],
      says: "t.yml:2", "UTF-8"),
    Malformed("a mapping that is missing", ["t.yml": .nothing], says: "t.yml", "cannot read"),
    Malformed("a folder in a mapping's place", ["t.yml": .folder], says: "t.yml", "folder"),
    Malformed(
      "a table in a mapping's place", ["t.yml": .nothing], ["import", "t.csv", "--archive", "a.entente"],
      says: "t.csv:1", "mapping"),
  ]
}
