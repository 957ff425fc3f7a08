import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import Archive
@testable import Workbench

/// The row path is the oracle of the packed path: the record must not tell which one a table took.
@Suite("A packed table") struct PathTests {
  private static func moment(_ number: Int) -> String {
    "2026-01-31T12:00:\(number < 10 ? "0" : "")\(number).000Z"
  }

  @Test("makes the same record as a table of rows: each of the bundled evidence")
  func bundled() throws {
    let home = try Project.home()
    let paths = try TwoPaths()
    for archive in [paths.rows, paths.packed] {
      var delivery = Delivery(batch: Batch(kind: .import, file: "sources.json"))
      delivery.sources = try Bundled.archive().delivery(of: 1).sources
      try archive.append(delivery, at: Self.moment(0))
    }
    let manifest = try Files.text(home.evidence + "/evidence.yml")
    let mappings = manifest.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map {
      String($0.dropFirst(4))
    }
    #expect(mappings.count == 15)
    for (number, mapping) in mappings.enumerated() {
      let outcomes = try paths.bring(home.evidence + "/" + mapping, at: Self.moment(number + 1))
      #expect(outcomes[0] == outcomes[1], "\(mapping)")
    }
    #expect(try paths.differences() == [])
    #expect(try paths.packed.query("SELECT count(*) > 1 FROM sheaf").rows.map { $0.map(\.text) } == [["1"]])
  }

  @Test(
    "makes the same record as a table of rows, whatever its cells hold, and through all that follows",
    arguments: 0..<24)
  func random(_ seed: Int) throws {
    var tables = RandomTable(seed: seed)
    let folder = try ScratchFolder()
    try folder.write(RandomTable.sources, to: "sources.json")
    try folder.write(RandomTable.places, to: "places.yml")
    try folder.write(RandomTable.placeRows, to: "places.csv")
    let paths = try TwoPaths()
    _ = try paths.bring(folder.path + "/places.yml", at: Self.moment(0))
    var last = ""
    for step in 1...10 {
      var told = "seed \(seed), step \(step): "
      switch step {
      case 3, 7:
        told += "the same table again"
        let outcomes = try paths.bring(folder.path + "/\(last).yml", at: Self.moment(step))
        #expect(outcomes[0].differences(from: outcomes[1]) == [], "\(told)")
      case 4, 8:
        let live = try paths.rows.log().filter {
          $0.retraction == nil && $0.statement.entity.kind == .partnership
        }
        guard let gone = live.randomElement(using: &tables.random)?.statement.id else { continue }
        told += "a retraction"
        for archive in [paths.rows, paths.packed] {
          try archive.retract(gone, reason: "wrong", coder: "", at: Self.moment(step))
        }
      case 5, 9, 10:
        let standing = try paths.rows.batches().filter { $0.undoneBy == nil && $0.number > 1 }
        guard let batch = standing.randomElement(using: &tables.random) else { continue }
        told += "batch \(batch.number) undone"
        let withdrawals = try [paths.rows, paths.packed].map {
          try $0.undo(batch.number, reason: "wrong", coder: "", at: Self.moment(step))
        }
        #expect(withdrawals[0] == withdrawals[1], "\(told)")
      default:
        told += "a new table"
        let name = step == 2 ? last : "t\(step)"
        var table = tables.table(rows: step == 2 ? 6 : 40, oddness: step == 6 ? 0.5 : 0.1)
        if step == 2 {
          table =
            try folder.read("\(last).csv").trimmingCharacters(in: .newlines) + "\r\n"
            + table.drop { $0 != "\n" && $0 != "\r\n" }.dropFirst()
        }
        last = name.isEmpty ? "t1" : name
        try folder.write(table, to: last + ".csv")
        try folder.write(RandomTable.mapping(of: last + ".csv"), to: last + ".yml")
        let outcomes = try paths.bring(folder.path + "/\(last).yml", at: Self.moment(step))
        #expect(outcomes[0].differences(from: outcomes[1]) == [], "\(told)")
      }
      let differences = try paths.differences()
      guard differences.isEmpty else {
        Issue.record("\(told): \(differences.joined(separator: "\n"))")
        return
      }
    }
    let batches = try [paths.rows, paths.packed].map {
      try $0.batches().map { [Int($0.number), $0.added, $0.known, $0.sources] }
    }
    #expect(batches[0] == batches[1])
  }

  private static func ties(_ rows: String) throws -> Desk {
    try Desk.withActors("id,a,b,source,locator\n" + rows)
  }

  private static func pack(_ desk: Desk, second: Int = 0) throws -> Receipt {
    let importer = Importer(desk.archive, packsFrom: 0)
    return try importer.carryOut(try importer.plan(mappingAt: desk.folder + "/ties.yml"), at: moment(second))
  }

  @Test("leaves the record as it was when it is undone, and comes back when that is undone")
  func undone() throws {
    let desk = try Self.ties("t1,Łódź,Sichuan,,p. 1\nt2,fr-paris,Sichuan,,p. 2\n")
    let tables = ArchiveStore.snapshotTables
    let before = try tables.map { try desk.archive.contents(of: $0) }
    let batch = try #require(try Self.pack(desk).batch)
    let after = try tables.map { try desk.archive.contents(of: $0) }
    #expect(try desk.rows("SELECT id FROM partnership ORDER BY 1") == [["t1"], ["t2"]])
    let undoing = try desk.archive.undo(batch, reason: "wrong", coder: "", at: Self.moment(1))
    #expect(undoing.gone == 2 && undoing.back == 0)
    #expect(try tables.map { try desk.archive.contents(of: $0) } == before)
    let redoing = try desk.archive.undo(undoing.batch, reason: "right", coder: "", at: Self.moment(2))
    #expect(redoing.gone == 0 && redoing.back == 2)
    #expect(try tables.map { try desk.archive.contents(of: $0) } == after)
  }

  @Test("adds nothing when it comes again, but what a name means by then")
  func again() throws {
    let desk = try Self.ties("t1,Łódź,Sichuan,,p. 1\nt2,fr-paris,Sichuan,,p. 2\n")
    _ = try Self.pack(desk)
    let before = try desk.rows("SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM sheaf)")
    let second = try Self.pack(desk, second: 1)
    #expect([second.added, second.known] == [0, 2] && second.batch == nil)
    #expect(try desk.rows("SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM sheaf)") == before)
    // The name Sichuan goes to another actor.
    let name = try #require(
      try desk.archive.log().first { $0.statement.entity == EntityReference(.actor, "cn-sichuan") })
    try desk.archive.retract(name.statement.id, reason: "wrong", coder: "", at: Self.moment(2))
    try desk.write("id,name,alias\ncn-51,Sichuan,\n", to: "actors.csv")
    try desk.bring("actors.yml", at: Self.moment(3))
    #expect(try Self.pack(desk, second: 4).added == 2)
    #expect(try desk.rows("SELECT count(*) FROM party WHERE actor = 'cn-51'") == [["2"]])
  }
}
