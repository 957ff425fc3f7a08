import Diplomacy
import Yams

/// Reads a mapping file.
public struct MappingFile {
  let file: YAMLFile

  private init(_ file: YAMLFile) { self.file = file }

  /// Throws `FormatError` with the line of whatever is not understood.
  public static func read(_ text: String, name: String) throws(FormatError) -> Mapping {
    try MappingFile(YAMLFile(text, name: name)).mapping()
  }

  private func mapping() throws(FormatError) -> Mapping {
    let root = file.root
    let keys: Set<String> = [
      "file", "source", "locator", "certainty", "rank", "coder", "note", "missing", "columns", "repeat",
      "entities",
    ]
    let pairs = try file.pairs(root, allowed: keys.union(Self.dialectKeys), in: "a mapping file")
    guard let source = pairs["source"], let locator = pairs["locator"], let entities = pairs["entities"]
    else {
      let missing = ["source", "locator", "entities"].filter { pairs[$0] == nil }
      throw file.fault(
        root,
        "a mapping file needs 'source', 'locator' and 'entities'; this one has no \(missing.joined(separator: ", no "))"
      )
    }
    var mapped: [EntityMapping] = []
    for entity in file.list(entities) { mapped.append(try self.entity(entity)) }
    return Mapping(
      file: try file.text("file", of: pairs, in: root, "a mapping file"),
      dialect: try dialect(pairs),
      source: try expression(source), locator: try expression(locator),
      certainty: try optional(pairs["certainty"], default: Certainty.stated.rawValue),
      rank: try optional(pairs["rank"], default: Rank.normal.rawValue),
      coder: try optional(pairs["coder"], default: ""), note: try optional(pairs["note"], default: ""),
      missing: try missing(pairs["missing"]).union([""]), missingInColumn: try columns(pairs["columns"]),
      repetition: try pairs["repeat"].map { (node) throws(FormatError) in try expression(node) },
      entities: mapped)
  }

  private func entity(_ node: Node) throws(FormatError) -> EntityMapping {
    let pairs = try file.pairs(node, allowed: ["kind", "id", "when", "says"], in: "an entity")
    let word = try file.text("kind", of: pairs, in: node, "an entity")
    guard let kind = EntityKind(rawValue: word) else {
      throw file.fault(
        node, "'\(word)' is no kind of entity; expected one of: \(EntityKind.words.joined(separator: ", "))")
    }
    guard let says = pairs["says"]?.mapping else {
      throw file.fault(node, "an entity needs 'says', a mapping")
    }
    var properties: [PropertyMapping] = []
    for (key, value) in says { properties.append(try property(key, value, of: kind)) }
    var conditions: [Condition] = []
    if let when = pairs["when"] {
      for condition in file.list(when) { conditions.append(try self.condition(condition)) }
    }
    return EntityMapping(
      kind: kind, id: try template(file.text("id", of: pairs, in: node, "an entity"), pairs["id"] ?? node),
      conditions: conditions, says: properties)
  }

  private func property(_ key: Node, _ value: Node, of kind: EntityKind) throws(FormatError)
    -> PropertyMapping
  {
    let name = try file.text(key, "a property")
    guard let property = Property.named(name, of: kind) else {
      let known = Property.all.filter { $0.kind == kind }.map(\.name).joined(separator: ", ")
      throw file.fault(key, "'\(name)' is no property of \(kind.rawValue); expected one of: \(known)")
    }
    var claims: [ClaimMapping] = []
    for claim in file.list(value) { claims.append(try self.claim(claim, of: property)) }
    return PropertyMapping(property: property, claims: claims)
  }

  private func claim(_ node: Node, of property: Property) throws(FormatError) -> ClaimMapping {
    if node.scalar != nil { return ClaimMapping(constant: try expression(node)) }
    let own: Set<String> = ["split", "alternatives", "side", "role", "during", "create"]
    let pairs = try file.pairs(node, allowed: own.union(Self.expressionKeys), in: "a claim")
    return ClaimMapping(
      expression: try expression(node, ignoring: own),
      split: try pairs["split"].map { (node) throws(FormatError) in try file.text(node, "'split'") },
      alternatives: try pairs["alternatives"].map { (node) throws(FormatError) in
        try file.text(node, "'alternatives'")
      },
      side: try pairs["side"].map { (node) throws(FormatError) in try expression(node) },
      role: try pairs["role"].map { (node) throws(FormatError) in try expression(node) },
      during: try pairs["during"].map { (node) throws(FormatError) in try expression(node) },
      creation: try pairs["create"].map { (node) throws(FormatError) in try creation(node, of: property) })
  }

  private func creation(_ node: Node, of property: Property) throws(FormatError) -> Creation {
    guard property.type == .reference(.actor) else {
      throw file.fault(node, "'create' makes actors, and '\(property.name)' is no reference to one")
    }
    let pairs = try file.pairs(node, allowed: ["kind", "within"], in: "'create'")
    let word = try file.text("kind", of: pairs, in: node, "'create'")
    guard let kind = ActorKind(rawValue: word) else {
      throw file.fault(
        node, "'\(word)' is no kind of actor; expected one of: \(ActorKind.words.joined(separator: ", "))")
    }
    return Creation(
      kind: kind, within: try pairs["within"].map { (node) throws(FormatError) in try expression(node) })
  }

  private func condition(_ node: Node) throws(FormatError) -> Condition {
    let pairs = try file.pairs(node, allowed: ["column", "is", "empty"], in: "'when'")
    let column = try file.text("column", of: pairs, in: node, "'when'")
    if let values = pairs["is"] {
      var texts: [String] = []
      for value in file.list(values) { texts.append(try file.text(value, "'is'")) }
      return Condition(column: column, test: .isOneOf(texts))
    }
    let empty = try file.text("empty", of: pairs, in: node, "'when' without 'is'")
    guard ["true", "false"].contains(empty) else { throw file.fault(node, "'empty' is true or false") }
    return Condition(column: column, test: .isEmpty(empty == "true"))
  }

  private static let expressionKeys: Set<String> = ["column", "value", "template", "default", "map"]

  private func optional(_ node: Node?, default fallback: String) throws(FormatError) -> Expression {
    guard let node else { return Expression(.constant(fallback)) }
    let read = try expression(node)
    return Expression(read.origin, fallback: read.fallback ?? fallback, renaming: read.renaming)
  }

  /// An expression: a mapping with one of `column`, `value`, `template`; or a bare text, which is a constant.
  private func expression(_ node: Node, ignoring others: Set<String> = []) throws(FormatError) -> Expression {
    if let constant = node.scalar { return Expression(.constant(constant.string)) }
    let pairs = try file.pairs(node, allowed: Self.expressionKeys.union(others), in: "an expression")
    var renaming: [String: String] = [:]
    if let map = pairs["map"] {
      guard let table = map.mapping else { throw file.fault(map, "'map' must be a mapping of cell contents") }
      for (from, to) in table { renaming[try file.text(from, "'map'")] = try file.text(to, "'map'") }
    }
    let fallback = try pairs["default"].map { (node) throws(FormatError) in try file.text(node, "'default'") }
    switch (pairs["column"], pairs["value"], pairs["template"]) {
    case (let column?, nil, nil):
      return Expression(.column(try file.text(column, "'column'")), fallback: fallback, renaming: renaming)
    case (nil, let value?, nil):
      return Expression(.constant(try file.text(value, "'value'")), fallback: fallback, renaming: renaming)
    case (nil, nil, let text?):
      return Expression(
        .template(try template(file.text(text, "'template'"), text)), fallback: fallback, renaming: renaming)
    default: throw file.fault(node, "give just one of 'column', 'value' and 'template'")
    }
  }

  private func template(_ text: String, _ node: Node) throws(FormatError) -> Template {
    guard let template = Template(text) else {
      throw file.fault(node, "'\(text)' has a brace that does not close")
    }
    return template
  }
}
