extension Malformed {
  private static func sources(_ name: String, _ text: String, says: String...) -> Malformed {
    Malformed(name, ["sources.json": .bytes(Array(text.utf8))], sayingAll: ["sources.json"] + says)
  }

  static let sources: [Malformed] = [
    sources("sources of no bytes", "", says: "JSON"),
    sources("sources that break off", #"[{"id": "survey", "type": "rep"#, says: "JSON"),
    sources(
      "sources with a comma too many", #"[{"id": "survey", "type": "report", "title": "A survey"},,]"#,
      says: "JSON"),
    sources(
      "sources that are one item", #"{"id": "survey", "type": "report", "title": "A"}"#,
      says: "an array of items"),
    sources("sources that are texts", #"["survey"]"#, says: "an array of items"),
    sources("a source without a title", #"[{"id": "survey", "type": "report"}]"#, says: "item 1", "'title'"),
    sources(
      "a source whose id is a number", #"[{"id": 7, "type": "report", "title": "A"}]"#, says: "item 1", "'id'"
    ),
    sources(
      "a source that comes twice",
      #"[{"id": "survey", "type": "report", "title": "A"}, {"id": "survey", "type": "report", "title": "B"}]"#,
      says: "'survey' comes twice"),
    sources(
      "a source of month 13",
      #"[{"id": "survey", "type": "report", "title": "A", "issued": {"date-parts": [[2020, 13]]}}]"#,
      says: "'survey'", "'issued'", "month 13"),
    sources(
      "a source of no date",
      #"[{"id": "survey", "type": "report", "title": "A", "issued": {"date-parts": [[]]}}]"#,
      says: "'survey'", "'issued'"),
    sources("sources a hundred thousand deep", String(repeating: "[", count: 100_000), says: "JSON"),
    Malformed(
      "a source that is recorded otherwise",
      ["sources.json": #"[{"id": "survey", "type": "report", "title": "Another"}]"#],
      says: "'survey'", "an id of its own"),
    Malformed(
      "sources that are not UTF-8", ["sources.json": .bytes([0x5B, 0xFF, 0x5D])], says: "sources.json", "JSON"
    ),
    Malformed("a folder in the sources' place", ["sources.json": .folder], says: "sources.json", "folder"),
  ]
}
