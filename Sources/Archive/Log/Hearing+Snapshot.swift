import Diplomacy
import GRDB

extension Hearing {
  /// What a change of the heard batches came to.
  struct Change {
    /// Statements that went from the record, and that came back to it.
    var gone = 0
    var back = 0
    /// Sources and ladders that went or came back.
    var sources = 0
    var ladders = 0
  }

  /// Brings the table of unheard batches up to date and the snapshot with it. Only what those batches touched is made anew whose
  /// standing changed.
  func follow(progress: Advance.Listener? = nil) throws -> Change {
    let batches = try kept().symmetricDifference(unheard(through: LogReader(database: database).lens()))
    guard !batches.isEmpty else { return Change() }
    let deliveries = DeliveryReader(database)
    let before = (try deliveries.standing(touchedBy: batches), try works("source"), try works("ladder"))
    try refresh()
    let after = (try deliveries.standing(touchedBy: batches), try works("source"), try works("ladder"))

    let packed = try count(packedIn: batches)
    let sources = before.1.symmetricDifference(after.1)
    let snapshot = SnapshotWriter(database)
    try snapshot.index(sources: sources.sorted())
    if packed.gone + packed.back > 0 {
      try snapshot.rebuild()
    } else {
      try snapshot.refresh(Set(before.0.values).union(after.0.values), progress: progress)
    }
    return Change(
      gone: before.0.keys.count { after.0[$0] == nil } + packed.gone,
      back: after.0.keys.count { before.0[$0] == nil } + packed.back,
      sources: sources.count, ladders: before.2.symmetricDifference(after.2).count)
  }

  /// How many packed statements go and come back with these batches.
  private func count(packedIn batches: Set<Int64>) throws -> (gone: Int, back: Int) {
    let unheard = try kept()
    let log = SheafLog(database: database)
    return try batches.reduce(into: (0, 0)) { sum, batch in
      let count = try log.count(of: batch)
      if unheard.contains(batch) { sum.0 += count } else { sum.1 += count }
    }
  }

  private func works(_ table: String) throws -> Set<String> {
    try String.fetchSet(database, sql: "SELECT id FROM \(table)")
  }
}
