import Archive
import Diplomacy
import TestSupport
import Workbench

/// A record whose every text means ill, imported from tables as anybody's would be.
enum HostileRecord {
  static let values = [
    "<script>alert(1)</script>", "<svg onload=alert(1)>", "<img src=x onerror=alert(1)>",
    "<style>body{display:none}</style>", "\" onmouseover=\"alert(1)", "' onclick='alert(1)",
    // A quote under an accent: another character to Swift, still a quote to a browser.
    "\"\u{301} onmouseover=\"\u{301}alert(1)\"", "<\u{338}script>alert(1)<\u{338}/script>",
    "</table></main></body><h1>ha</h1>", "</title><script>alert(2)</script>", "<!-- ", "]]>",
    "{{page.title}}",
    "{{> sources}}", "{{{page.title}}}", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "//example.org/x", "http://example.org/x", "\u{202E}desrever", "\u{2066}isolated",
    "zero\u{200B}width\u{FEFF}",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "\tTAB", "a,b\n\"c\"", "../../etc/passwd", "..", ".",
    "%2e%2e%2f",
    "a/b", "a?b=c", "a#b", "a%00b", "&lt;b&gt;", "\\u003cscript\\u003e", "${7*7}", "{{7*7}}", "<%= 7*7 %>",
    "`id`", "𝕌𝕟𝕚\u{0301}\u{0302}\u{0303}", String(repeating: "long ", count: 200_000) + "name",
  ]

  private static let made = Result { try make() }

  static func archive() throws -> ArchiveStore { try made.get() }

  static func actor(_ index: Int) -> String { identifier("a", index) }
  static func partnership(_ index: Int) -> String { identifier("p", index) }

  /// Identifiers mean ill, too; but for the long one, since an address has an end.
  private static func identifier(_ kind: String, _ index: Int) -> String {
    let value = values[index].utf8.count > 500 ? "" : values[index].replacing("\n", with: " ")
    return String("\(kind)\(index) \(value)".reversed().drop { $0 == " " }.reversed())
  }

  private static func make() throws -> ArchiveStore {
    let folder = try ScratchFolder()
    try folder.write(sources, to: "sources.json")
    try folder.write(
      table(["id", "name", "alias"]) { [actor($0), $1 + " \($0)", $1 + " also"] }, to: "actors.csv")
    try folder.write(
      mapping("actors.csv", "actor", "name: {column: name}, alias: {column: alias}"), to: "actors.yml")
    try folder.write(
      table(["id", "a", "b"]) { index, _ in
        [partnership(index), actor(index), actor((index + 1) % values.count)]
      },
      to: "ties.csv")
    try folder.write(
      mapping("ties.csv", "partnership", "party: [{column: a, side: partner}, {column: b, side: cn}]"),
      to: "ties.yml")
    try folder.write(
      table(["id", "tie", "label"]) { ["e\($0)", partnership($0), String($1.prefix(2000))] },
      to: "episodes.csv")
    try folder.write(
      mapping(
        "episodes.csv", "episode",
        "partnership: {column: tie}, type: {value: established}, date: {value: \"2015\"}, label: {column: label, side: cn}"
      ),
      to: "episodes.yml")
    try folder.write(
      table(["id", "tie", "who", "title"]) {
        ["v\($0)", partnership($0), actor($0), String($1.prefix(2000))]
      }, to: "events.csv")
    try folder.write(
      mapping(
        "events.csv", "event",
        "type: {value: visit}, date: {value: \"2016\"}, title: {column: title}, outcome: {column: title}, "
          + "partnership: {column: tie}, participant: [{column: who, role: host}]"), to: "events.yml")
    try folder.write(
      table(["id", "event", "item"]) { ["v\($0)/f", "v\($0)", String($1.prefix(2000))] }, to: "flows.csv")
    try folder.write(
      mapping(
        "flows.csv", "flow",
        "event: {column: event}, item: {column: item}, unit: {column: item}, quantity: {value: \"1\"}"),
      to: "flows.yml")
    // Another source says otherwise of every label: each value contradicts the next.
    try folder.write(
      table(["id", "label"]) { index, _ in
        ["e\(index)", String(values[(index + 1) % values.count].prefix(2000))]
      },
      to: "others.csv")
    try folder.write(
      mapping("others.csv", "episode", "label: {column: label, side: cn}", source: "t"), to: "others.yml")
    let archive = try ArchiveStore.inMemory()
    let importer = Importer(archive, coder: "x")
    for name in ["actors", "ties", "episodes", "events", "flows", "others"] {
      _ = try importer.carryOut(
        importer.plan(mappingAt: folder.path + "/\(name).yml"), at: "2026-01-31T12:00:00.000Z")
    }
    try HostileTexts.fill(archive)
    return archive
  }

  private static let sources = """
    [{"id": "s", "type": "book", "title": "<script>alert('source')</script>\\u202E"},
     {"id": "t", "type": "book", "title": "\\" onmouseover=\\"alert(1) {{page.title}}"}]
    """

  private static func mapping(_ file: String, _ kind: String, _ says: String, source: String = "s") -> String
  {
    """
    file: \(file)
    source: {value: \(source)}
    locator: {column: locator}
    note: {column: locator}
    entities:
      - {kind: \(kind), id: "{id}", says: {\(says)}}
    """
  }

  /// A row a value, quoted as RFC 4180 says; each with a value as its locator.
  private static func table(_ header: [String], _ row: (Int, String) -> [String]) -> String {
    let rows = values.enumerated().map { row($0, $1) + [values[($0 + 3) % (values.count - 1)]] }
    return ([header + ["locator"]] + rows).map { cells in
      cells.map { "\"" + $0.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\"" }.joined(
        separator: ",")
    }.joined(separator: "\n") + "\n"
  }
}
