import Diplomacy
import Workbench

/// Which partnerships a visitor looks for, in the visitor's words.
struct PartnershipFilter: Hashable, Sendable {
  /// How many rows a page has.
  static let page = 100
  private static let most = 10_000_000

  /// The fields of the form.
  static let names = ["within", "kind", "established"]

  let values: [String: String]
  /// How many stand on the pages before.
  let first: Int

  /// What is left empty is not asked. Throws `ObservatoryError.badParameter` for what is too long, or no number.
  init(_ ask: Ask) throws {
    var values: [String: String] = [:]
    for name in Self.names where ask.query[name] != nil {
      let text = try ask.text(name, atMost: 200)
      if !text.isEmpty { values[name] = text }
    }
    self.values = values
    first = try ask.number("from", in: 0...Self.most, otherwise: 0)
  }

  /// - Throws: `WorkbenchError` for a kind or a period that cannot be made out, and an actor that is not on record.
  func list(_ index: PartnershipIndex, in record: Record) throws -> PartnershipList {
    index.list(
      within: try actor(index, in: record),
      kind: try values["kind"].map { try PartnershipKind($0, as: "kind") },
      established: try values["established"].map { try Period($0, as: "established") })
  }

  /// The actor that a party is to be, or to lie within: by its identifier, or a name.
  func actor(_ index: PartnershipIndex, in record: Record) throws -> ActorID? {
    guard let text = values["within"] else { return nil }
    return index.knows(ActorID(text)) ? ActorID(text) : try record.archive.actor(text)
  }

  /// The address of the same with some of it otherwise; nil leaves a field out.
  func address(_ path: String, _ changes: [String: String?] = [:], from first: Int = 0) -> String {
    let fields = Self.names.map { ($0, changes[$0] ?? values[$0]) }
    return Address.asking(path, fields + [("from", first == 0 ? nil : String(first))])
  }

  static let within = Route.Parameter(
    name: "within", about: "An actor that a party is, or lies within: its identifier, or a name.",
    schema: ["type": "string", "maxLength": 200])

  static let parameters = [
    within,
    Route.Parameter(
      name: "kind", about: "Of that kind only.",
      schema: ["type": "string", "enum": .array(PartnershipKind.words.map { .string($0) })]),
    Route.Parameter(
      name: "established", about: "When it may have been established: an EDTF date or interval.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "from", about: "How many to pass over: 'next' in an answer says it.",
      schema: ["type": "integer", "minimum": 0, "maximum": .integer(Int64(most)), "default": 0]),
  ]
}
