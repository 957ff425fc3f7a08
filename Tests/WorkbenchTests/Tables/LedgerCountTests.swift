import Archive
import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import Workbench

/// `PartnershipTable` is the oracle: of all partnerships, without printed totals, the two count the same.
@Suite("A count by axes") struct LedgerCountTests {
  private static let dimensions = Dimension.allCases.filter(LedgerCount.counts)

  private static func cells(_ count: LedgerCount, _ ledger: Ledger) throws -> [String] {
    try count.cells(of: ledger).map {
      "\($0.keys.joined(separator: " / ")) \($0.count.certain) to \($0.count.possible)"
    }.sorted()
  }

  private static func cells(_ count: LedgerCount, in archive: ArchiveStore) throws -> [String] {
    var table = PartnershipTable(rows: count.axes[0].dimension, columns: count.axes[1].dimension)
    (table.established, table.periods, table.asOf) = (count.established, count.periods, count.asOf)
    (table.within, table.kind, table.scope) = (count.within, count.kind, .all)
    let answer = try table.answer(from: archive)
    var found: [String] = []
    for (row, head) in answer.rows.enumerated() {
      for (column, other) in answer.columns.enumerated() {
        guard let count = answer.cells[row][column].computed, count.possible != 0 else { continue }
        found.append("\(head.key) / \(other.key) \(Int(count.certain)) to \(Int(count.possible ?? -1))")
      }
    }
    return found.sorted()
  }

  /// Every dimension beside another, under a question that goes round.
  private static func compare(_ archive: ArchiveStore, within: [ActorID], kinds: [PartnershipKind]) throws {
    let ledger = try archive.ledger()
    let periods = try ["1970/1989", "1990/2014", "2012/2016"].map { try Period($0) }
    var number = 0
    for rows in dimensions {
      for step in [0, 1, 4, 7] {
        let columns = dimensions[((dimensions.firstIndex(of: rows) ?? 0) + step * 3 + 1) % dimensions.count]
        var count = LedgerCount([Axis(rows), Axis(columns)])
        count.run = 3  // So that the shares of several cores, and several runs of a share, are summed.
        if rows == .period || columns == .period { count.periods = periods }
        switch number % 5 {
        case 1: count.established = try Period("2014/2017")
        case 2: count.asOf = Day("2016-06-30")
        case 3: count.within = within[number % within.count]
        case 4: count.kind = kinds[number % kinds.count]
        default: break
        }
        number += 1
        #expect(
          try cells(count, ledger) == cells(count, in: archive),
          "\(rows) by \(columns), question \(number % 5)")
      }
    }
  }

  @Test("is the table's, of the bundled evidence")
  func bundled() throws {
    try Self.compare(Bundled.archive(), within: ["cn-sichuan", "fr", "cn"], kinds: [.twinning, .memorandum])
  }

  @Test("is the table's, of a small world with open places and dates")
  func small() throws {
    try Self.compare(SmallWorld.archive(), within: ["cn-x", "it", "fr-1"], kinds: [.twinning, .memorandum])
  }

  @Test("is the table's, of random tables", arguments: 0..<4)
  func random(_ seed: Int) throws {
    var tables = RandomTable(seed: 100 + seed)
    let folder = try ScratchFolder()
    try folder.write(RandomTable.sources, to: "sources.json")
    try folder.write(RandomTable.places, to: "places.yml")
    try folder.write(RandomTable.placeRows, to: "places.csv")
    try folder.write(RandomTable.mapping(of: "t.csv"), to: "t.yml")
    try folder.write(tables.table(rows: 80, oddness: 0.15), to: "t.csv")
    let paths = try TwoPaths()
    for name in ["places", "t"] {
      _ = try paths.bring("\(folder.path)/\(name).yml", at: "2026-01-31T12:00:00.000Z")
    }
    try Self.compare(paths.packed, within: ["cn-x", "it", "fr-1"], kinds: [.twinning, .memorandum])
  }

  @Test("takes tens of thousands of parties of one partnership, each on a side of its own")
  func manyParties() throws {
    let archive = try SmallWorld.archive()
    let parties = (0..<40_000).map { ("party@s\($0)", $0 == 39_999 ? "fr-1" : "it-1") }
    try archive.append(
      Delivery(
        batch: Batch(kind: .edit), statements: [try SmallRecord.statement("partnership many", parties)]),
      at: "2026-01-31T12:00:01.000Z")
    let ledger = try archive.ledger()
    #expect(ledger.sides.filter { $0.hasPrefix("s") }.count == 40_000)
    #expect(
      try Self.cells(LedgerCount([try #require(Axis("country@s39999"))]), ledger)
        == ["fr 1 to 1", "not known 5 to 5"])
    #expect(
      try Self.cells(LedgerCount([try #require(Axis("country@s32768"))]), ledger)
        == ["it 1 to 1", "not known 5 to 5"])
    #expect(
      try Self.cells(LedgerCount([try #require(Axis("country"))]), ledger).contains { $0.hasPrefix("it ") })
  }

  @Test("by more axes than their cells can be numbered is refused")
  func tooManyCells() throws {
    let ledger = try SmallWorld.archive().ledger()
    #expect(throws: WorkbenchError.self) {
      try LedgerCount(Array(repeating: Axis(.agreement), count: 40)).cells(of: ledger)
    }
    // 3^39 cells are fewer than 2^62.
    #expect(try LedgerCount(Array(repeating: Axis(.agreement), count: 39)).cells(of: ledger).isEmpty == false)
  }

  /// Ten axes more of what a partnership has one of: so many combinations that they are sorted, not counted in an array.
  @Test("is the same where its cells are one in very many")
  func sparse() throws {
    for archive in [try Bundled.archive(), try SmallWorld.archive()] {
      let ledger = try archive.ledger()
      for dimensions in [[Dimension.country, .year], [.chineseProvince, .within], [.year, .partner]] {
        var count = LedgerCount(dimensions.map { Axis($0) } + [Axis(.agreement)])
        count.run = 3
        let few = try count.cells(of: ledger).map(\.self)
        count.axes += Array(repeating: Axis(.agreement), count: 10)
        let many = try count.cells(of: ledger).map { cell in
          #expect(Set(cell.keys.dropFirst(2)).count == 1)
          return LedgerCount.Cell(keys: Array(cell.keys.prefix(3)), count: cell.count)
        }
        #expect(many == few && few.count > 1)
      }
    }
  }

  @Test("takes a period that is named twice as one")
  func samePeriod() throws {
    let ledger = try SmallWorld.archive().ledger()
    var count = LedgerCount([Axis(.period)])
    count.periods = [try Period("1990/2016")]
    let once = try Self.cells(count, ledger)
    count.periods.append(try Period("1990/2016"))
    #expect(try Self.cells(count, ledger) == once && once.count == 1)
  }

  @Test("of a side counts that side's parties alone")
  func sides() throws {
    let ledger = try SmallWorld.archive().ledger()
    func count(_ axis: String) throws -> [String] {
      try Self.cells(LedgerCount([try #require(Axis(axis))]), ledger)
    }
    // By the table in SmallWorld: b is of one of it-1 and fr-1; only d has a second partner.
    #expect(
      try count("country@partner") == [
        "fr 2 to 3", "it 2 to 3",
      ])
    #expect(
      try count("country@partner-2") == [
        "fr 1 to 1", "not known 4 to 4",
      ])
    #expect(try count("country@cn") == ["cn 5 to 5"])
    #expect(try count("country@nobody") == ["not known 5 to 5"])
    #expect(Axis("kind@cn") == nil && Axis("country@") == nil && Axis("planet") == nil)
  }
}
