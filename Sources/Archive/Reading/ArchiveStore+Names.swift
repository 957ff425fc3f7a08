public import Diplomacy
import GRDB

extension ArchiveStore {
  /// What each actor is called, by identifier.
  public func labels() throws -> [String: String] {
    let table = try query("SELECT id, label FROM actor")
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0].text, $0[1].text) })
  }

  /// A source's title; nil when it is not on record.
  public func title(of source: SourceID) throws -> String? {
    try query("SELECT title FROM source WHERE id = :id", ["id": source.text]).rows.first?[0].text
  }

  /// The sources whose census some partnership is counted in.
  public func inventories() throws -> [SourceID] {
    try query("SELECT DISTINCT source FROM inventory ORDER BY source").rows.map { SourceID($0[0].text) }
  }
}
