import Archive
import Diplomacy
import Workbench

/// What a visitor looks for among events, in the visitor's words.
struct EventFilter: Hashable, Sendable {
  /// The fields of the form, in its order.
  static let names = ["type", "item", "terms", "outcome", "giver", "taker", "period", "words"]

  let values: [String: String]

  /// What is left empty is not asked.
  init(_ ask: Ask) {
    values = ask.query.filter { Self.names.contains($0.key) && !$0.value.isEmpty }
  }

  /// - Throws: `WorkbenchError` for a period or an actor that cannot be made out, or a text that is too long.
  func search(in archive: ArchiveStore) throws -> EventSearch {
    for name in Self.names {
      if let value = values[name], value.unicodeScalars.count > 200 {
        throw WorkbenchError.badOption(name: name, value: value, expected: "at most 200 characters")
      }
    }
    var search = EventSearch()
    (search.type, search.item) = (values["type"], values["item"])
    (search.terms, search.outcome) = (values["terms"], values["outcome"])
    (search.giver, search.taker) = (
      try values["giver"].map(archive.actor), try values["taker"].map(archive.actor)
    )
    search.words = values["words"]
    search.period = try values["period"].map { try Period($0, as: "period") }
    return search
  }

  func address(_ path: String, _ more: [(name: String, value: String?)] = []) -> String {
    Address.asking(path, Self.names.map { ($0, values[$0]) } + more)
  }
}
