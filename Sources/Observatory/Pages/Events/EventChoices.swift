import Archive
import Diplomacy
import Workbench

/// What the fields of the form offer: the words that occur.
struct EventChoices: Sendable {
  let types: [Choice]
  let items: [Choice]
  let terms: [Choice]
  let outcomes: [Choice]

  init(_ filter: EventFilter, _ archive: ArchiveStore) throws {
    func choices(_ column: String, of table: String) throws -> [Choice] {
      let words = try archive.query(
        "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL AND length(\(column)) < 200 ORDER BY 1 LIMIT 300"
      ).rows.map { $0[0].text }
      return Choice.all(
        words + [EventSearch.unknown], none: "(any)", chosen: filter.values[column])
    }
    types = try choices("type", of: "event")
    items = try choices("item", of: "flow")
    terms = try choices("terms", of: "flow")
    outcomes = try choices("outcome", of: "flow")
  }
}
