import Foundation
import TestSupport
import Testing

@testable import Workbench

/// A table that came in before. Every way a table may take is tried: by rows, and packed.
@Suite("A table imported twice") struct AgainTests {
  private static let ways = [Int.max, 0]

  private static let mapping = """
    file: ties.csv
    source: s
    locator: ""
    entities:
      - kind: partnership
        id: "{id}"
        says:
          party:
            - {column: a, side: a, create: {kind: city, within: {column: land}}}
            - {column: b, side: b, create: {kind: city}}
    """

  private static func desk(_ ties: String, _ actors: String) throws -> Desk {
    let desk = try Desk([
      "sources.json": Desk.sources, "actors.yml": Desk.actorMapping, "actors.csv": "id,name,alias\n" + actors,
      "ties.yml": mapping, "ties.csv": "id,a,land,b\n" + ties,
    ])
    try desk.bring("actors.yml")
    return desk
  }

  private static func moment(_ second: Int) -> String { "2026-01-31T12:00:0\(second).000Z" }

  private static func bring(_ desk: Desk, by way: Int, second: Int, isKeepingGoing: Bool = false) throws
    -> [Int]
  {
    let importer = Importer(desk.archive, packsFrom: way)
    let plans = try importer.plan(
      mappingsAt: [desk.folder + "/ties.yml"], isKeepingGoing: isKeepingGoing)
    let receipt = try importer.carryOut(plans, isKeepingGoing: isKeepingGoing, at: moment(second))[0]
    return [receipt.added, receipt.known, Int(receipt.holder ?? 0)]
  }

  private static func parties(_ desk: Desk) throws -> [String] {
    try desk.rows("SELECT partnership || ' ' || actor FROM party ORDER BY 1").map { $0[0] }
  }

  private static let lands = "fr,France,\nit,Italy,\nus,United States,\n"
  private static let ties = "t1,Paris,fr,Rome\nt2,Paris,us,Rome\nt3,Rome,it,Paris\n"
  private static let meant = [
    "t1 fr-paris", "t1 rome", "t2 rome", "t2 us-paris", "t3 it-rome", "t3 paris",
  ]

  @Test("adds nothing, though it made several actors of one name itself", arguments: ways)
  func ownNames(_ way: Int) throws {
    let desk = try Self.desk(Self.ties, Self.lands)
    #expect(try Self.bring(desk, by: way, second: 1) == [8, 0, 0])
    #expect(try Self.parties(desk) == Self.meant)
    let before = try desk.counts()
    #expect(try Self.bring(desk, by: way, second: 2) == [0, 8, 2])
    #expect(try desk.counts() == before)
  }

  @Test("adds nothing, though its names have gone to other actors since", arguments: ways)
  func othersNames(_ way: Int) throws {
    let desk = try Self.desk(Self.ties, Self.lands)
    _ = try Self.bring(desk, by: way, second: 1)
    try desk.write("id,name,alias\nfr-75,Paris,\nit-rm,Rom,Rome\n", to: "actors.csv")
    try desk.bring("actors.yml", at: Self.moment(2))
    #expect(try Self.bring(desk, by: way, second: 3) == [0, 8, 2])
    #expect(try Self.parties(desk) == Self.meant)
  }

  @Test(
    "that has grown adds its new rows, and names mean in each the actor that its place makes them",
    arguments: ways)
  func grown(_ way: Int) throws {
    let desk = try Self.desk(Self.ties, Self.lands)
    _ = try Self.bring(desk, by: way, second: 1)
    try desk.write("id,a,land,b\n" + Self.ties + "t4,Paris,fr,Rome\nt5,PARIS,us,Rome\n", to: "ties.csv")
    #expect(try Self.bring(desk, by: way, second: 2) == [2, 3, 0])
    #expect(
      try Self.parties(desk)
        == Self.meant + ["t4 fr-paris", "t4 rome", "t5 rome", "t5 us-paris"])
  }

  @Test("brings the rows that were left out once what they lacked is on record", arguments: ways)
  func leftOut(_ way: Int) throws {
    let desk = try Self.desk(Self.ties, "fr,France,\nit,Italy,\n")
    #expect(try Self.bring(desk, by: way, second: 1, isKeepingGoing: true) == [6, 0, 0])
    try desk.write("id,name,alias\nus,United States,\n", to: "actors.csv")
    try desk.bring("actors.yml", at: Self.moment(2))
    #expect(try Self.bring(desk, by: way, second: 3) == [2, 6, 0])
    #expect(try Self.parties(desk) == Self.meant)
    #expect(try Self.bring(desk, by: way, second: 4)[0] == 0)
  }

  @Test("comes in again as it was once its batch is undone", arguments: ways)
  func undone(_ way: Int) throws {
    let desk = try Self.desk(Self.ties, Self.lands)
    _ = try Self.bring(desk, by: way, second: 1)
    try desk.archive.undo(2, reason: "wrong", coder: "", at: Self.moment(2))
    #expect(try Self.bring(desk, by: way, second: 3)[0] == 8)
    #expect(try Self.parties(desk) == Self.meant)
    #expect(try Self.bring(desk, by: way, second: 4) == [0, 8, 4])
  }

  /// Each of its actors is named in a country and in a Chinese place, and made in both.
  @Test("adds nothing where it is the benchmark's", arguments: ways)
  func generated(_ way: Int) throws {
    let folder = try ScratchFolder()
    let made = Process()
    made.executableURL = URL(filePath: "/usr/bin/env")
    made.arguments = ["python3", Project.root + "/Benchmarks/generate.py", folder.path, "--rows", "3000"]
    try made.run()
    made.waitUntilExit()
    #expect(made.terminationStatus == 0)
    let desk = try Desk()
    let importer = Importer(desk.archive, packsFrom: way)
    let mappings = ["actors.yml", "partnerships.yml"].map { folder.path + "/" + $0 }
    let first = try importer.carryOut(try importer.plan(mappingsAt: mappings), at: Self.moment(1))
    let before = try desk.counts()
    let second = try importer.carryOut(try importer.plan(mappingsAt: mappings), at: Self.moment(2))
    #expect(first[1].added > 3000 && second[1].known == first[1].added)
    #expect(second.map(\.added) == [0, 0] && second.map(\.holder) == [1, 2])
    #expect(try desk.counts() == before)
  }
}
