import TestSupport

/// Tables of partnerships with every oddity that cells may have, and the mapping that reads them.
struct RandomTable {
  var random: Seeded

  init(seed: Int) { random = Seeded(state: UInt64(seed)) }

  static let sources =
    #"[{"id":"s","type":"book","title":"S"},{"id":"q","type":"book","title":"Q","issued":{"date-parts":[[2019]]}}]"#

  static let places = """
    file: places.csv
    source: s
    locator: ""
    entities: [{kind: actor, id: "{id}", says: {name: {column: name}, kind: {column: kind}, within: {column: within}}}]
    """

  static let placeRows = """
    id,name,kind,within
    cn,China,state,
    cn-x,Xia,province,cn
    it,Italy,state,
    it-1,Łódka,city,it
    fr,France,state,
    fr-1,Paris,city,fr
    fr-2,Paris,region,fr

    """

  static func mapping(of file: String) -> String {
    """
    file: \(file)
    source: {column: source, default: s}
    locator: {column: page}
    rank: {column: rank, default: normal}
    certainty: {column: certainty, default: stated}
    coder: {column: coder}
    note: {column: note, map: {x: "why so"}}
    missing: ["-", "n/a"]
    columns: {kind: {missing: "?"}}
    entities:
      - kind: partnership
        id: "{id}"
        when: [{column: skip, empty: true}]
        says:
          kind: {column: kind, map: {T: twinning}}
          party:
            - {column: a, side: a, alternatives: "|", create: {kind: city, within: {column: state}}}
            - {column: b, side: b, split: ";", alternatives: "|", create: {kind: region}}
            - {column: c, side: {column: side}, during: {column: days}}
          established: [{column: start}, {column: start2}]
          ended: {column: end}
          agreement: {column: agreement}
          exists: {column: exists}
          active: {column: active, during: {column: days}}
          inventory: {column: inventory, split: ";"}
          initiator: {column: initiator}
          under: {column: under}
      - kind: episode
        id: "{id}/{page}"
        when: [{column: episode, is: ["yes"]}]
        says:
          partnership: {template: "{id}"}
          date: {column: start}
          label: {column: initiator, side: a}
    """
  }

  /// Columns, and what their cells may hold: the first is the usual one.
  static let columns: [(name: String, cells: [String])] = [
    ("id", ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "Łódź+1", "", "a \"b\" c", "p,9"]),
    ("source", ["", "s", "q", "", "", "", "", "nobody"]), ("page", ["p. 1", "", "p. 2", "§ 3", " p. 4 "]),
    ("rank", ["", "", "", "", "preferred", "deprecated", "best"]), ("certainty", ["", "", "", "inferred"]),
    ("coder", ["", "ab"]), ("note", ["", "", "x", "line\nbreak"]), ("skip", ["", "", "", "", "", "yes"]),
    ("kind", ["T", "twinning", "memorandum", "?", "", "T", "T", "mariage"]),
    (
      "a",
      [
        "it-1", "Italy", "Xia", "fr-1|it-1", "Neustadt", "Neustadt|Xia", "neustadt", "Paris", "Łódka", "",
        "-", "Alt-Neu", "Alt Neu",
      ]
    ),
    ("state", ["it", "", "France", "Nowhere"]),
    ("b", ["cn-x", "cn", "cn-x; cn", "Xia|cn", "Görlitz", "Görlitz; cn-x", "", "n/a", "Lodka"]),
    ("c", ["", "", "", "fr", "it"]), ("side", ["", "a", "c"]),
    ("days", ["", "2018", "2018/2019", "", "2019-06", "2018-13"]),
    ("start", ["2015", "2016-05", "[2014,2015]", "", "199X", "2015", "soon"]),
    ("start2", ["", "", "", "", "2015-06", "2017"]),
    ("end", ["", "", "2018", "2019"]), ("agreement", ["", "yes", "no"]),
    ("exists", ["", "", "", "", "", "no", "yes"]),
    ("active", ["", "", "yes", "no", "no"]), ("inventory", ["", "", "", "s", "s; q", "q", "lists"]),
    ("initiator", ["", "Ann", "Bob"]), ("under", ["", "", "", "p1"]), ("episode", ["", "", "yes"]),
  ]

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  /// - Parameter oddness: how likely a cell is another than its column's usual one.
  mutating func table(rows: Int, oddness: Double) -> String {
    var lines = [Self.columns.map(\.name).joined(separator: ",")]
    let end = chance(0.5) ? "\r\n" : "\n"
    while lines.count <= rows {
      if lines.count > 1, chance(0.1) {
        lines.append(lines[Int.random(in: 1..<lines.count, using: &random)])
      } else {
        var cells = Self.columns.enumerated().map { number, column in
          let isOdd = number == 0 || chance(oddness)
          return written(
            isOdd ? column.cells[Int.random(in: 0..<column.cells.count, using: &random)] : column.cells[0])
        }
        if chance(0.02) { cells.removeLast() }
        lines.append(cells.joined(separator: ","))
        if chance(0.05) { lines[lines.count - 1] += end }
      }
    }
    return lines.joined(separator: end) + (chance(0.5) ? end : "")
  }

  /// A cell with white space about it or quotes as they come.
  private mutating func written(_ cell: String) -> String {
    var cell = cell
    if chance(0.05) { cell = " " + cell }
    if chance(0.05) { cell += "\u{3000}" }
    guard cell.contains(where: { ",\"\n".contains($0) }) || chance(0.1) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
