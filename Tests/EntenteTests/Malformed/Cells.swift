extension Malformed {
  /// A table of one row and one cell for a property; its other cells are sound. The cell is `c` of line 2.
  private static func cell(
    _ name: String, _ property: String, _ text: String, found: String? = nil, says: String...
  ) -> Malformed {
    let (kind, key) = (property.prefix { $0 != "." }, property.drop { $0 != "." }.dropFirst())
    let mapping = """
      file: t.csv
      source: survey
      locator: {column: id}
      entities: [{kind: \(kind), id: "{id}", says: {\(key): {column: c}}}]
      """
    let found = found ?? text
    return whole(name, mapping, text, says: ["t.csv:2: column 'c': found '\(found)', expected"] + says)
  }

  /// The same with a mapping of its own.
  private static func whole(_ name: String, _ mapping: String, _ text: String, says: [String]) -> Malformed {
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    return Malformed(
      name,
      ["t.yml": .bytes(Array(mapping.utf8)), "t.csv": .bytes(Array("id,c\nx,\(quoted)\n".utf8))],
      sayingAll: says)
  }

  private static func general(_ key: String, _ value: String) -> String {
    """
    file: t.csv
    \(key == "source" ? "" : "source: survey")
    locator: {column: id}
    \(key): \(value)
    entities: [{kind: actor, id: "{id}", says: {name: {column: id}}}]
    """
  }

  static let cells = dates + amounts + words + references

  private static let dates: [Malformed] = [
    cell("a month 13", "actor.founded", "1999-13", says: "month 13 at character 6", "01–12"),
    cell("a day that never was", "actor.founded", "2023-02-29", says: "no day 2023-02-29"),
    cell("an interval that runs backwards", "actor.founded", "2004/2003", says: "no earlier than the start"),
    cell("a date with slashes", "actor.founded", "12/05/2019", says: "EDTF"),
    cell("a date in words", "actor.founded", "May 2019", says: "EDTF"),
    cell("a month of one digit", "actor.founded", "2019-5-1", says: "character 7", "EDTF"),
    cell("circa", "actor.founded", "c. 1990", says: "EDTF"),
    cell("fullwidth digits", "actor.founded", "１９９０", says: "EDTF"),
    cell("two qualifiers", "actor.founded", "1990?~", says: "“~”"),
    cell("a set that is not closed", "actor.founded", "[1990,1991", says: "“]”"),
    cell("a year beyond all bounds", "actor.founded", "Y99999999999999999999", says: "10¹²"),
    cell("two lines in a date", "actor.founded", "1990\n1991", found: "1990\\n1991", says: "U+000A"),
    cell(
      "a terminal's escape in a date", "actor.founded", "1990\u{1B}[31m", found: "1990\\u{1B}[31m",
      says: "U+001B"),
    cell(
      "a date of a megabyte", "actor.founded", String(repeating: "[", count: 1_000_000),
      found: String(repeating: "[", count: 80) + "…", says: "EDTF"),
  ]

  private static let amounts: [Malformed] = [
    cell("a comma in a number", "flow.quantity", "12,000", says: "12000", "150+"),
    cell("a number in words", "flow.quantity", "several", says: "an amount"),
    cell("an exponent", "flow.quantity", "1e5", says: "an amount"),
    cell("no number", "flow.quantity", "NaN", says: "an amount"),
    cell("a range that runs backwards", "flow.quantity", "12..9", says: "an amount"),
    cell("a division by zero", "flow.quantity", "1/0", says: "an amount"),
    cell(
      "a quotient beyond all numbers", "flow.quantity",
      "1" + String(repeating: "0", count: 300) + "/0.0000000001",
      found: "1" + String(repeating: "0", count: 79) + "…", says: "an amount"),
  ]

  private static let words: [Malformed] = [
    cell("a term misspelt", "actor.kind", "stat", says: "state", "Vocabulary.md"),
    cell("a term unheard of", "flow.terms", "barter", says: "donated"),
    cell(
      "a term of a megabyte", "actor.kind", String(repeating: "x", count: 1_000_000),
      found: String(repeating: "x", count: 80) + "…", says: "one of: "),
    cell("maybe", "partnership.active", "maybe", says: "yes or no"),
    whole(
      "a rank unheard of", general("rank", "{column: c}"), "best",
      says: ["column 'c': found 'best'", "preferred, normal"]),
    whole(
      "a certainty unheard of", general("certainty", "{column: c}"), "sure",
      says: ["column 'c': found 'sure'", "stated, inferred"]),
    whole(
      "a count of zero", general("repeat", "{column: c}"), "0",
      says: ["column 'c': found '0'", "from 1 to 100000"]),
    whole(
      "a count beyond all bounds", general("repeat", "{column: c}"), "1000000000",
      says: ["column 'c': found '1000000000'", "from 1 to 100000"]),
    whole("a NUL in a cell", general("note", "{column: c}"), "a\0b", says: ["column 'c'", "U+0000"]),
  ]

  private static let references: [Malformed] = [
    cell(
      "an actor that is not there", "actor.within", "Frence", says: "an actor of the register", "fr (france)"),
    cell("a name of two actors", "actor.within", "Congo", says: "cd, cg"),
    whole(
      "a source that is not there", general("source", "{column: c}"), "poll",
      says: ["column 'c': found 'poll'", "sources.json"]),
    whole("no source", general("source", "{column: c}"), "", says: ["column 'c'", "the id of a source"]),
    cell("an inventory that is no source", "partnership.inventory", "poll", says: "sources.json"),
    whole(
      "an identifier of nothing", general("coder", "x").replacing("{id}\"", with: "{c}\""), "",
      says: ["column 'c'", "identifier of the actor"]),
    whole(
      "a new actor of no letters",
      "file: t.csv\nsource: survey\nlocator: p\nentities: [{kind: partnership, id: \"{id}\", says: {party: {column: c, create: {kind: city}}}}]",
      "!!!", says: ["column 'c': found '!!!'", "letters or digits"]),
    whole(
      "a new actor within nobody",
      "file: t.csv\nsource: survey\nlocator: p\nentities: [{kind: partnership, id: \"{id}\", says: {party: {column: c, create: {kind: city, within: Atlantis}}}}]",
      "Graz", says: ["found 'Atlantis'", "for the new 'Graz' to lie within"]),
  ]
}
