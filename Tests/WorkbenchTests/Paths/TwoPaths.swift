import Diplomacy
import TestSupport

@testable import Archive
@testable import Workbench

/// Two archives that the same tables come into: one as rows, the other packed.
struct TwoPaths {
  let rows: ArchiveStore
  let packed: ArchiveStore

  init() throws {
    rows = try ArchiveStore.inMemory()
    packed = try ArchiveStore.inMemory()
  }

  /// What came of an import, as it is told.
  struct Outcome: Equatable {
    var problems: [ImportProblem] = []
    var rejected: [[String]] = []
    var review: [String] = []
    var rows = 0
    var batch: Int64?
    /// Added, known, retracted, sources and ladders.
    var counts: [Int] = []

    func differences(from other: Outcome) -> [String] {
      let pairs = [
        (
          "problems", problems.map { "\($0.line) \($0.reason)" },
          other.problems.map { "\($0.line) \($0.reason)" }
        ),
        ("rejected", rejected.map { "\($0)" }, other.rejected.map { "\($0)" }),
        ("review", review, other.review),
        (
          "rows, batch, counts", ["\(rows) \(batch ?? 0) \(counts)"],
          ["\(other.rows) \(other.batch ?? 0) \(other.counts)"]
        ),
      ]
      return pairs.filter { $1 != $2 }.map { "\($0): \(TwoPaths.only($1, $2)) and \(TwoPaths.only($2, $1))" }
    }
  }

  /// Imports a table into both; what came of it in each.
  func bring(_ mapping: String, at moment: String) throws -> [Outcome] {
    try [(rows, Int.max), (packed, 0)].map { archive, packsFrom in
      let importer = Importer(archive, packsFrom: packsFrom)
      let plan = try importer.plan(mappingAt: mapping)
      let receipt = try importer.carryOut([plan], isKeepingGoing: true, at: moment)[0]
      return Outcome(
        problems: plan.problems, rejected: plan.rejected.map(\.fields), review: plan.review, rows: plan.rows,
        batch: receipt.batch,
        counts: [receipt.added, receipt.known, receipt.retracted, receipt.sources, receipt.ladders])
    }
  }

  /// Where the two records differ: tables of the snapshot, what is logged of each entity, what a check finds.
  func differences() throws -> [String] {
    var found = try (ArchiveStore.snapshotTables.map { ($0, "*") } + ArchiveStore.indexTables).compactMap {
      table, columns in
      let pair = (try rows.contents(of: table, columns), try packed.contents(of: table, columns))
      return pair.0 == pair.1
        ? nil
        : "\(table): only in rows \(Self.only(pair.0, pair.1)), only in packed \(Self.only(pair.1, pair.0))"
    }
    for entity in Set(try rows.log().map(\.statement.entity)).sorted() {
      let pair = (try rows.log(of: entity).map(Self.line), try packed.log(of: entity).map(Self.line))
      if pair.0 != pair.1 { found.append("\(entity): rows say \(pair.0), packed say \(pair.1)") }
    }
    if try rows.sourceShares() != packed.sourceShares() { found.append("the sources' shares") }
    for source in try rows.sourceTitles().keys.sorted() {
      let pair = (try Self.standing(of: source, in: rows), try Self.standing(of: source, in: packed))
      if pair.0 != pair.1 { found.append("what \(source) says: rows \(pair.0), packed \(pair.1)") }
      let subjects = (try Self.subjects(of: source, in: rows), try Self.subjects(of: source, in: packed))
      if subjects.0 != subjects.1 {
        found.append("what \(source) speaks of: \(subjects.0), packed \(subjects.1)")
      }
    }
    let all = (try Self.lines(of: rows), try Self.lines(of: packed))
    if all.0 != all.1 {
      found.append(
        "the log: only in rows \(Self.only(all.0, all.1)), only in packed \(Self.only(all.1, all.0))")
    }
    return try found + damage(of: packed)
  }

  /// Every statement on record. In what order statements on different entities of one batch stand is not the same.
  private static func lines(of archive: ArchiveStore) throws -> [String] {
    var lines: [String] = []
    try archive.eachLogged { lines.append("\(line($0)) \($0.statement.entity)") }
    return lines.sorted()
  }

  /// The statements of a source, asked for seven at a time, by kind and all together.
  private static func standing(of source: SourceID, in archive: ArchiveStore) throws -> [String] {
    try (EntityKind.allCases + [nil]).flatMap { kind in
      var lines: [String] = []
      var place: Int64? = 0
      while let start = place {
        let some = try archive.standing(of: source, on: kind, from: start, limit: 7)
        lines += some.map {
          "\(kind?.rawValue ?? "all") \(line($0.statement)) \($0.statement.statement.entity)"
        }
        place = some.count == 7 ? some[6].seq + 1 : nil
      }
      return lines.sorted()
    }
  }

  /// How many statements of a source stand on what, those with rows of their own counted by SQL.
  private static func subjects(of source: SourceID, in archive: ArchiveStore) throws -> [EntityReference: Int]
  {
    let rows = try archive.query(
      "SELECT kind, entity, count(*) FROM live_statement WHERE source = :source GROUP BY kind, entity",
      ["source": source.text]
    ).rows
    return rows.reduce(into: try archive.packedSubjects(of: source)) { subjects, row in
      guard let kind = EntityKind(rawValue: row[0].text) else { return }
      subjects[EntityReference(kind, row[1].text), default: 0] += Int(row[2].number ?? 0)
    }
  }

  /// The storage findings of a check: the snapshot made anew from the log is the one that was kept.
  func damage(of archive: ArchiveStore) throws -> [String] {
    let meant: Set = ["damaged-file", "broken-foreign-key", "changed-statement", "stale-snapshot"]
    return try archive.check().filter { meant.contains($0.rule) }.map { "\($0.rule): \($0.message)" }
  }

  fileprivate static func only(_ one: [String], _ other: [String]) -> [String] {
    Array(Set(one).subtracting(other).sorted().prefix(3))
  }

  private static func line(_ logged: LoggedStatement) -> String {
    let one = logged.statement
    return
      "\(one.contentID) \(one.id) \(one.locator) \(logged.batch) \(logged.recordedAt) \(logged.retraction ?? "")"
  }
}
