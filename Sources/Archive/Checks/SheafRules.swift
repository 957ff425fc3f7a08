import Diplomacy
import GRDB

/// Whether the packed part of the log can be read, and fits what stands beside it.
struct SheafRules {
  private let database: Database
  private let log: SheafLog

  init(_ database: Database) {
    self.database = database
    log = SheafLog(database: database)
  }

  func findings() throws -> [Finding] { try log.entries().flatMap(findings) }

  /// Packed statements that stand and cite a source that is not on record: for rows the rule `dangling-source` finds them.
  func dangling() throws -> [Finding] {
    let known = try String.fetchSet(database, sql: "SELECT id FROM source")
    var findings: [Finding] = []
    try log.eachHeard { _, _, packed, row in
      let source = try packed.source(row)
      guard !known.contains(source), try packed.rank(row) != .deprecated else { return }
      let id = try packed.id(row).text
      findings.append(
        Finding(
          rule: "dangling-source", message: "statement \(id) cites source \(source), which is not recorded",
          entity: id))
    }
    return findings
  }

  private func findings(in entry: SheafLog.Entry) throws -> [Finding] {
    guard let packed = try? log.content(of: entry), (try? packed.sheaf()) != nil else {
      return [
        Finding(
          rule: "damaged-sheaf", message: "packed statements of batch \(entry.batch) cannot be read",
          entity: "")
      ]
    }
    let hashes = try log.hashes(of: entry)
    guard hashes == (0..<packed.count).map({ EntityHash.of(packed.entity($0)) }) else {
      return [
        Finding(
          rule: "damaged-sheaf",
          message:
            "packed statements of batch \(entry.batch) cannot be found: the hashes of their entities are others",
          entity: "")
      ]
    }
    return try liftedFindings(in: entry, packed)
  }

  /// Statements in rows of their own that are not what the sheaf holds.
  private func liftedFindings(in entry: SheafLog.Entry, _ packed: PackedSheaf) throws -> [Finding] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT seq, id, batch FROM statement WHERE seq BETWEEN ? AND ? ORDER BY seq",
      arguments: [entry.first, entry.first + Int64(entry.count) - 1])
    return rows.compactMap { row in
      let id: String = row["id"]
      let isSame =
        (try? packed.id(Int(row["seq"] as Int64 - entry.first)).text) == id && row["batch"] == entry.batch
      guard !isSame else { return nil }
      return Finding(
        rule: "changed-statement", message: "statement \(id) is not what batch \(entry.batch) brought",
        entity: id)
    }
  }
}
