import Diplomacy

extension Draft {
  /// How often a property can be said in one statement by a form.
  public static let mostLines = 200

  /// Whether a form can hold all that it says.
  public var fitsForm: Bool { lines.values.allSatisfy { $0.count <= Self.mostLines } }

  /// Reads the fields of a form; nil without a kind. A field that is not there is empty; one that there is not is passed over.
  public init?(fields: [String: String]) {
    guard let kind = fields["kind"].flatMap(EntityKind.init(rawValue:)) else { return nil }
    self.init(kind)
    func text(_ name: String) -> String { (fields[name] ?? "").withPlainLineEnds }
    for property in properties {
      let lines = (0..<Self.mostLines).map { number in
        let name = Self.field(property.name, number)
        return Line(
          text(name), side: text(name + ".side"), role: text(name + ".role"), during: text(name + ".during"))
      }
      let count = (lines.lastIndex { !$0.isBlank } ?? -1) + 1
      if count > 0 { self.lines[property.name] = Array(lines.prefix(count)) }
    }
    entity = text("entity")
    source = text("source")
    work.id = text("work.id")
    work.type = text("work.type")
    work.title = text("work.title")
    work.issued = text("work.issued")
    work.url = text("work.url")
    locator = text("locator")
    if fields["rank"] != nil { rank = text("rank") }
    if fields["certainty"] != nil { certainty = text("certainty") }
    coder = text("coder")
    note = text("note")
    correcting = text("correcting")
    reason = text("reason")
  }

  /// The fields of a form that say the same; empty ones are left out.
  public var fields: [(name: String, value: String)] {
    var fields = [
      ("kind", kind.rawValue), ("entity", entity), ("source", source), ("work.id", work.id),
      ("work.type", work.type), ("work.title", work.title), ("work.issued", work.issued),
      ("work.url", work.url),
      ("locator", locator), ("rank", rank), ("certainty", certainty), ("coder", coder), ("note", note),
      ("correcting", correcting), ("reason", reason),
    ]
    for property in properties {
      for (number, line) in (lines[property.name] ?? []).enumerated() {
        let name = Self.field(property.name, number)
        fields += [
          (name, line.value), (name + ".side", line.side), (name + ".role", line.role),
          (name + ".during", line.during),
        ]
      }
    }
    return fields.filter { !$0.1.isEmpty }
  }

  /// What a property's field is called.
  public static func field(_ property: String, _ number: Int) -> String { "says.\(property).\(number)" }
}

extension String {
  /// Browsers end lines of a form's text with CR LF (HTML, "Constructing the entry list").
  fileprivate var withPlainLineEnds: String { replacing("\r\n", with: "\n") }
}
