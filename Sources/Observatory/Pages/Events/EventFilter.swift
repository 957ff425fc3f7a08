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
    func actor(_ name: String) throws -> ActorID? {
      guard let text = values[name] else { return nil }
      guard let entity = try archive.entity(named: text), entity.kind == .actor else {
        throw WorkbenchError.notFound(
          text, near: try archive.find(text, limit: 5).map { "\($0.title) [\($0.id)]" })
      }
      return ActorID(entity.id)
    }
    var search = EventSearch()
    (search.type, search.item) = (values["type"], values["item"])
    (search.terms, search.outcome) = (values["terms"], values["outcome"])
    (search.giver, search.taker) = (try actor("giver"), try actor("taker"))
    search.words = values["words"]
    search.period = try values["period"].map { text in
      do { return try Period(text) } catch {
        throw WorkbenchError.badOption(
          name: "period", value: text, expected: "an EDTF date or interval (\(error))")
      }
    }
    return search
  }

  func address(_ path: String, _ more: [(name: String, value: String?)] = []) -> String {
    let text = QueryText.text(Self.names.map { ($0, values[$0]) } + more)
    return text.isEmpty ? path : path + "?" + text
  }
}
