import Diplomacy
public import Interchange
import Yams

/// Reads a study file.
public struct StudyFile {
  private let file: YAMLFile

  private init(_ file: YAMLFile) { self.file = file }

  /// Throws `FormatError` with the line of whatever is not understood.
  public static func read(_ text: String, name: String) throws(FormatError) -> Study {
    try StudyFile(YAMLFile(text, name: name)).study()
  }

  private func study() throws(FormatError) -> Study {
    let root = file.root
    let pairs = try file.pairs(
      root, allowed: ["study", "title", "source", "about", "tables", "figures", "checks"], in: "a study")
    var tables: [StudyTable] = []
    for node in items(pairs["tables"]) { tables.append(try table(node)) }
    var figures: [StudyFigure] = []
    for node in items(pairs["figures"]) { figures.append(try figure(node)) }
    var checks: [CheckGroup] = []
    var seen: Set<String> = []
    for node in items(pairs["checks"]) {
      let group = try self.checks(node)
      for figure in group.figures where !seen.insert(figure.id).inserted {
        throw file.fault(node, "the figure '\(figure.id)' is checked twice")
      }
      checks.append(group)
    }
    return Study(
      id: try identifier("study", of: pairs, in: root),
      title: try file.text("title", of: pairs, in: root, "a study"),
      source: SourceID(try file.text("source", of: pairs, in: root, "a study")),
      about: try file.text("about", of: pairs, in: root, "a study"), tables: tables, figures: figures,
      checks: checks)
  }

  /// A name that makes part of a file's: lower-case letters, digits and hyphens.
  private func identifier(
    _ key: String, of pairs: [String: Node], in node: Node
  ) throws(FormatError) -> String {
    let text = try file.text(key, of: pairs, in: node, "a study, table or figure")
    guard !text.isEmpty,
      text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else {
      throw file.fault(
        pairs[key] ?? node, "'\(text)' is no name; expected lower-case letters, digits and hyphens")
    }
    return text
  }

  private func items(_ node: Node?) -> [Node] { node.map(file.list) ?? [] }

  private func table(_ node: Node) throws(FormatError) -> StudyTable {
    let keys: Set<String> = [
      "id", "title", "locator", "rows", "columns", "unit", "totals", "order", "parameters", "sql", "note",
    ]
    let pairs = try file.pairs(node, allowed: keys, in: "a table")
    func text(_ key: String) throws(FormatError) -> String {
      try file.text(key, of: pairs, in: node, "a table")
    }
    func optional(_ key: String) throws(FormatError) -> String? {
      try pairs[key].map { (value) throws(FormatError) in try file.text(value, "'\(key)'") }
    }
    guard let totals = StudyTable.Totals(rawValue: try optional("totals") ?? "none") else {
      throw file.fault(
        node, "'\(try optional("totals") ?? "")' is no 'totals'; expected one of: none, rows, columns, both")
    }
    guard let order = StudyTable.Order(rawValue: try optional("order") ?? "as-given") else {
      throw file.fault(
        node, "'\(try optional("order") ?? "")' is no 'order'; expected one of: as-given, total, name")
    }
    return StudyTable(
      id: try identifier("id", of: pairs, in: node), title: try text("title"),
      locator: try optional("locator") ?? "",
      rows: try text("rows"), columns: try text("columns"), unit: try optional("unit") ?? "", totals: totals,
      order: order,
      parameters: try parameters(pairs["parameters"]), sql: try text("sql"), note: try optional("note") ?? "")
  }

  private func figure(_ node: Node) throws(FormatError) -> StudyFigure {
    let keys: Set<String> = ["id", "title", "alt", "locator", "parameters", "sql", "vegalite", "outlines"]
    let pairs = try file.pairs(node, allowed: keys, in: "a figure")
    func text(_ key: String) throws(FormatError) -> String {
      try file.text(key, of: pairs, in: node, "a figure")
    }
    guard let specification = pairs["vegalite"], specification.mapping != nil else {
      throw file.fault(node, "a figure needs 'vegalite', a specification without data")
    }
    return StudyFigure(
      id: try identifier("id", of: pairs, in: node), title: try text("title"), alt: try text("alt"),
      locator: pairs["locator"]?.string ?? "", parameters: try parameters(pairs["parameters"]),
      sql: try text("sql"),
      specification: JSON(specification), outlines: pairs["outlines"]?.string)
  }

  private func checks(_ node: Node) throws(FormatError) -> CheckGroup {
    let pairs = try file.pairs(
      node, allowed: ["sql", "recorded", "missing", "parameters", "figures"], in: "a group of checks")
    let method: CheckGroup.Method
    switch (pairs["sql"], pairs["recorded"], pairs["missing"]) {
    case (let sql?, nil, nil): method = .computed(sql: try file.text(sql, "'sql'"))
    case (nil, let kind?, nil):
      guard ["observation", "flow"].contains(kind.string) else {
        throw file.fault(kind, "'recorded' is observation or flow")
      }
      method = .recorded
    case (nil, nil, let missing?): method = .missing(try file.text(missing, "'missing'"))
    default: throw file.fault(node, "a group of checks has just one of 'sql', 'recorded' and 'missing'")
    }
    var figures: [PublishedFigure] = []
    for figure in items(pairs["figures"]) { figures.append(try published(figure, by: method)) }
    guard !figures.isEmpty else { throw file.fault(node, "a group of checks needs 'figures'") }
    return CheckGroup(method: method, parameters: try parameters(pairs["parameters"]), figures: figures)
  }

  private func published(
    _ node: Node, by method: CheckGroup.Method
  ) throws(FormatError) -> PublishedFigure {
    guard let mapping = node.mapping else {
      throw file.fault(node, "a figure must be a mapping of keys to values")
    }
    var pairs: [String: Node] = [:]
    for (key, value) in mapping { pairs[key.string ?? ""] = value }
    func text(_ key: String) throws(FormatError) -> String {
      try file.text(key, of: pairs, in: node, "a figure")
    }
    guard let printed = pairs["published"] else { throw file.fault(node, "a figure needs 'published'") }
    var amounts: [Amount] = []
    for value in file.list(printed) {
      let written = try file.text(value, "'published'")
      do { amounts.append(try Amount(written)) } catch {
        throw file.fault(value, "'\(written)' is no amount; expected a number, 150+, <3, ~30, 9..12 or 1/3")
      }
    }
    var tolerance: Double?
    if let given = pairs["tolerance"] {
      let text = try file.text(given, "'tolerance'")
      guard let number = Double(text), number >= 0, number.isFinite else {
        throw file.fault(given, "'\(text)' is no 'tolerance'; expected a number from 0 up")
      }
      tolerance = number
    }
    let own: Set<String> = ["id", "published", "unit", "locator", "says", "tolerance", "why"]
    var rest: [String: String] = [:]
    for (key, value) in pairs where !own.contains(key) {
      guard method.uses(key) else {
        throw file.fault(value, "'\(key)' is neither a key of a figure nor a parameter of its query")
      }
      rest[key] = try file.text(value, "'\(key)'")
    }
    return PublishedFigure(
      id: try text("id"), published: amounts, tolerance: tolerance, unit: pairs["unit"]?.string ?? "",
      locator: try text("locator"), says: try text("says"), why: pairs["why"]?.string ?? "", parameters: rest)
  }

  private func parameters(_ node: Node?) throws(FormatError) -> [String: String] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      throw file.fault(node, "'parameters' is a mapping of names to values")
    }
    var parameters: [String: String] = [:]
    for (key, value) in mapping { parameters[try file.text(key, "a name")] = try file.text(value, "a value") }
    return parameters
  }
}

extension CheckGroup.Method {
  /// Whether a figure's key means something to it: a parameter of the query, or what names a recorded figure.
  fileprivate func uses(_ key: String) -> Bool {
    switch self {
    case .computed(let sql): sql.contains(":" + key)
    case .recorded: ["entity", "property"].contains(key)
    case .missing: false
    }
  }
}
