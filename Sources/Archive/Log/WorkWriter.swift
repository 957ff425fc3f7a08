import Diplomacy
import GRDB

/// Writes sources and ladders into the log. Those on record must come back as they are; an identifier whose batch was undone is free again.
struct WorkWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// A source or ladder as the log has met it.
  struct Met<Work> {
    let work: Work
    /// The number of this content in the log; nil when it never came in.
    let entry: Int64?
    /// Whether the record holds it, and not only a batch that was undone.
    let isOnRecord: Bool
  }

  /// Each source once. Throws `ArchiveError.sourceDiffers`.
  func look(_ sources: [Source]) throws -> [Met<Source>] {
    var met: Set<Source> = []
    let distinct = sources.filter { met.insert($0).inserted }
    let entry = try database.cachedStatement(sql: "SELECT seq FROM source_entry WHERE id = ? AND csl = ?")
    let record = try database.cachedStatement(sql: "SELECT csl FROM source WHERE id = ?")
    var seen: Set<SourceID> = []
    return try distinct.map { source in
      let csl = try String.fetchOne(record, arguments: [source.id.text])
      guard csl == nil || csl == source.csl, seen.insert(source.id).inserted else {
        throw ArchiveError.sourceDiffers(id: source.id.text)
      }
      return Met(
        work: source, entry: try Int64.fetchOne(entry, arguments: [source.id.text, source.csl]),
        isOnRecord: csl != nil)
    }
  }

  /// Each ladder once. Throws `ArchiveError.ladderDiffers`.
  func look(_ ladders: [Ladder]) throws -> [Met<Ladder>] {
    let distinct = ladders.reduce(into: [Ladder]()) { if !$0.contains($1) { $0.append($1) } }
    let entry = try database.cachedStatement(
      sql: "SELECT seq FROM ladder_entry WHERE id = ? AND title = ? AND source = ? AND rungs = ?")
    let heard = "batch NOT IN (SELECT batch FROM unheard)"
    let record = try database.cachedStatement(
      sql: """
        SELECT seq FROM ladder_entry
        WHERE id = ? AND seq IN (SELECT entry FROM ladder_delivery WHERE \(heard))
        """)
    var seen: Set<String> = []
    return try distinct.map { ladder in
      let own = try Int64.fetchOne(
        entry, arguments: [ladder.id, ladder.title, ladder.source.text, ladder.rungsText])
      let standing = try Int64.fetchOne(record, arguments: [ladder.id])
      guard standing == nil || standing == own, seen.insert(ladder.id).inserted else {
        throw ArchiveError.ladderDiffers(id: ladder.id)
      }
      return Met(work: ladder, entry: own, isOnRecord: standing != nil)
    }
  }

  func insert(_ source: Met<Source>, batch: Int64) throws {
    var entry = source.entry
    if entry == nil {
      let work = source.work
      let issued = DateColumns(work.issued)
      try database.execute(
        sql: """
          INSERT INTO source_entry (id, title, issued, issued_earliest, issued_latest, csl)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [work.id.text, work.title, issued.text, issued.earliest, issued.latest, work.csl])
      entry = database.lastInsertedRowID
    }
    try database.execute(sql: "INSERT INTO source_delivery VALUES (?, ?)", arguments: [entry, batch])
  }

  func insert(_ ladder: Met<Ladder>, batch: Int64) throws {
    var entry = ladder.entry
    if entry == nil {
      let work = ladder.work
      try database.execute(
        sql: "INSERT INTO ladder_entry (id, title, source, rungs) VALUES (?, ?, ?, ?)",
        arguments: [work.id, work.title, work.source.text, work.rungsText])
      entry = database.lastInsertedRowID
    }
    try database.execute(sql: "INSERT INTO ladder_delivery VALUES (?, ?)", arguments: [entry, batch])
  }

  /// Throws `ArchiveError.unknownSource` where a work is cited that is not on record.
  func requireSources(_ cited: Set<SourceID>) throws {
    let known = try String.fetchSet(database, sql: "SELECT id FROM source")
    if let id = cited.map(\.text).sorted().first(where: { !known.contains($0) }) {
      throw ArchiveError.unknownSource(id: id)
    }
  }

  /// Throws `ArchiveError.sourceDiffers` or `.ladderDiffers` where one identifier has two contents on record: when what was undone
  /// comes back beside what has taken its place.
  func refuseRivals() throws {
    func doubled(_ table: String) throws -> String? {
      try String.fetchOne(
        database, sql: "SELECT id FROM \(table) GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1")
    }
    if let id = try doubled("source") { throw ArchiveError.sourceDiffers(id: id) }
    if let id = try doubled("ladder") { throw ArchiveError.ladderDiffers(id: id) }
  }
}
