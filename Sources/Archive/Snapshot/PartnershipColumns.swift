import Diplomacy
import GRDB

/// A partnership as the columns of its row, without its identifier.
struct PartnershipColumns {
  let kind: String?
  let under: String?
  let established: DateColumns
  let ended: DateColumns
  let agreement: Bool?
  let initiator: String?
  /// A JSON array of the slots: each is an array of its side (or null) and the actors that may sit there.
  let parties: [String]
  /// What was declared: 1 or 0 for active or not; where it is said of some days, a JSON array of that and the first and last of them (or null).
  let declared: [String]

  init(_ partnership: Partnership) {
    kind = partnership.kind?.first.rawValue
    under = partnership.under?.first.text
    established = DateColumns(partnership.established)
    ended = DateColumns(partnership.ended)
    agreement = partnership.hasAgreement
    initiator = partnership.initiator.map { $0.alternatives.joined(separator: " or ") }
    parties = partnership.parties.map { party in
      let texts = [party.side] + party.actor.alternatives.map(\.text)
      return "[" + texts.map(Self.json).joined(separator: ",") + "]"
    }
    declared = partnership.declarations.map { declaration in
      guard declaration.during != nil else { return declaration.isActive ? "1" : "0" }
      let during = DateColumns(declaration.during)
      let days = [during.earliest, during.latest].map(Self.json).joined(separator: ",")
      return "[\(declaration.isActive ? 1 : 0),\(days)]"
    }
  }

  /// In the order of the table's columns.
  var values: [(any DatabaseValueConvertible)?] {
    [
      kind, under, established.text, established.earliest, established.latest, ended.text, ended.earliest,
      ended.latest, agreement.map { $0 ? 1 : 0 }, initiator, "[" + parties.joined(separator: ",") + "]",
      declared.isEmpty ? nil : "[" + declared.joined(separator: ",") + "]",
    ]
  }

  private static func json(_ text: String?) -> String { text.map(StatementText.quote) ?? "null" }
}

extension Partnership {
  /// Everyone who may be a party, each once.
  var actors: [String] {
    parties.flatMap { $0.actor.alternatives.map(\.text) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
