import Diplomacy
import GRDB

/// Which batches are heard through the lens: those recorded by its moment and not undone. Keeps the table of those that are not.
///
/// An undoing may itself be undone, so the latest is looked at first: one that is undone undoes nothing.
struct Hearing {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Brings the table up to date, and nothing else.
  func refresh() throws {
    let unheard = try unheard(through: try LogReader(database: database).lens())
    guard try unheard != kept() else { return }
    try database.execute(sql: "DELETE FROM unheard")
    let insertion = try database.cachedStatement(sql: "INSERT INTO unheard VALUES (?)")
    for batch in unheard.sorted() { try insertion.execute(arguments: [batch]) }
  }

  /// The batches that are not heard, as kept.
  func kept() throws -> Set<Int64> {
    try Int64.fetchSet(try database.cachedStatement(sql: "SELECT batch FROM unheard"))
  }

  /// The batches that are not heard through a lens.
  func unheard(through lens: Lens) throws -> Set<Int64> {
    var unheard = try Int64.fetchSet(
      database, sql: "SELECT id FROM batch WHERE recorded_at > ? OR id > ?",
      arguments: [lens.knownAt, lens.knownBatch])
    let undoings = try Row.fetchAll(database, sql: "SELECT batch, undone FROM undo ORDER BY batch DESC")
    for undoing in undoings where !unheard.contains(undoing["batch"]) { unheard.insert(undoing["undone"]) }
    return unheard
  }
}
