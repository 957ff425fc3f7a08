import Diplomacy
import Testing

@testable import Archive

/// Random logs of deliveries, redeliveries, retractions and undoings against a naive account of them, kept beside.
@Suite("However batches follow one another") struct InterleavingTests {
  /// What the log should come to, from the definitions alone: a list of batches, the last first asked whether it stands.
  private struct Oracle {
    enum Deed {
      case delivery([Statement])
      case retraction(Statement)
      case undoing(Int)
    }

    var deeds: [Deed] = []

    /// Whether each batch stands: one that a standing batch undoes does not.
    var stands: [Bool] {
      var stands = deeds.map { _ in true }
      for number in deeds.indices.reversed() {
        if stands[number], case .undoing(let undone) = deeds[number] { stands[undone] = false }
      }
      return stands
    }

    /// The standing deliveries, in their order, and the standing retractions' statements.
    var heard: (deliveries: [[Statement]], retracted: [Statement]) {
      var heard: (deliveries: [[Statement]], retracted: [Statement]) = ([], [])
      for (deed, stands) in zip(deeds, stands) where stands {
        switch deed {
        case .delivery(let said): heard.deliveries.append(said)
        case .retraction(let statement): heard.retracted.append(statement)
        case .undoing: break
        }
      }
      return heard
    }

    /// An archive that never saw what does not stand.
    func archive() throws -> ArchiveStore {
      let archive = try ArchiveStore.inMemory()
      let heard = heard
      for said in heard.deliveries { try archive.deliver(said) }
      // Two retractions of one statement stand, too, when the undoing of the first is undone after the second.
      for statement in Set(heard.retracted) where try archive.log(ids: [statement.id]).count == 1 {
        try archive.retract(statement.id, reason: "r", coder: "", at: moment())
      }
      return archive
    }
  }

  private func snapshot(_ archive: ArchiveStore) throws -> [String: [String]] {
    var tables = Dictionary(
      uniqueKeysWithValues: try ArchiveStore.snapshotTables.map { ($0, try archive.contents(of: $0)) })
    for (table, columns) in ArchiveStore.indexTables {
      tables[table] = try archive.contents(of: table, columns)
    }
    // Where no delivery stands, the archive beside holds no sources; those of the tests come with every delivery.
    tables["source"] = try archive.contents(of: "source")
    return tables
  }

  @Test("the record is what the standing ones come to, and each moment can be looked at", arguments: 0..<12)
  func follows(_ seed: Int) throws {
    var record = RandomRecord(seed: 500 + seed)
    let archive = try ArchiveStore.inMemory()
    var oracle = Oracle()
    var said: [Statement] = []
    for step in 0..<14 {
      let stands = oracle.stands
      let (known, retracted) = (Set(oracle.heard.deliveries.joined()), Set(oracle.heard.retracted))
      let standing = oracle.deeds.indices.filter { stands[$0] }
      if record.chance(0.3), let undone = standing.randomElement(using: &record.random) {
        try archive.undo(Int64(undone + 1), reason: "r", coder: "", at: moment(step))
        oracle.deeds.append(.undoing(undone))
      } else if record.chance(0.3),
        let gone = said.first(where: { known.contains($0) && !retracted.contains($0) })
      {
        try archive.retract(gone.id, reason: "r", coder: "", at: moment(step))
        oracle.deeds.append(.retraction(gone))
      } else {
        var batch = try (0..<Int.random(in: 1...3, using: &record.random)).map { _ in try record.statement() }
        if !said.isEmpty { batch.append(record.pick(said)) }
        batch.shuffle(using: &record.random)
        let receipt = try archive.deliver(batch, at: moment(step))
        #expect(Set(receipt.statements) == Set(batch).subtracting(known).subtracting(retracted))
        // Met again whole, it leaves no trace.
        if receipt.batch != nil { oracle.deeds.append(.delivery(batch)) }
        said += batch
      }
      let other = try oracle.archive()
      let (kept, expected) = (try snapshot(archive), try snapshot(other))
      for (table, rows) in expected where kept[table] != rows {
        let difference = Set(kept[table] ?? []).symmetricDifference(rows).sorted()
        Issue.record("step \(step), \(table): \(difference.prefix(4))")
        return
      }
      #expect(try archive.log().map(\.statement) == other.log().map(\.statement))
    }
    for number in stride(from: seed % 3, to: oracle.deeds.count, by: 3) {
      let early = Oracle(deeds: Array(oracle.deeds.prefix(number + 1)))
      let copy = try archive.copy(through: Lens(knownBatch: Int64(number + 1)))
      #expect(try snapshot(copy) == snapshot(early.archive()))
    }
    #expect(try archive.check().filter { $0.rule == "stale-snapshot" } == [])
  }
}
