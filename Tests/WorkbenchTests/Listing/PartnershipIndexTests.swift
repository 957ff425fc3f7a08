import Archive
import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import Workbench

/// `LedgerCount`, SQL over the snapshot and its views are the oracles.
@Suite("An index of partnerships")
struct PartnershipIndexTests {
  private static let archives: [@Sendable () throws -> ArchiveStore] = [
    { try Bundled.archive() }, { try SmallWorld.archive() },
  ]

  private static func actors(_ archive: ArchiveStore) throws -> [ActorID?] {
    [nil] + (try archive.query("SELECT DISTINCT ancestor FROM nesting").rows.map { ActorID($0[0].text) })
  }

  private static func counts(_ index: PartnershipIndex, _ actor: ActorID?) -> [String] {
    index.countsByKind(within: actor).map {
      "\($0.kind ?? Dimension.unknown) \($0.count.certain) to \($0.count.possible)"
    }.sorted()
  }

  @Test("counts by kind, within every actor, what a count of the ledger does", arguments: archives.indices)
  func kinds(_ number: Int) throws {
    let archive = try Self.archives[number]()
    let (index, ledger) = (try PartnershipIndex(archive.ledger(), in: archive), try archive.ledger())
    for actor in try Self.actors(archive) {
      var count = LedgerCount([Axis(.kind)])
      count.within = actor
      let expected = try count.cells(of: ledger).map {
        "\($0.keys[0]) \($0.count.certain) to \($0.count.possible)"
      }
      #expect(Self.counts(index, actor) == expected.sorted(), "\(actor?.text ?? "anywhere")")
    }
    #expect(index.countsByKind(within: "atlantis").isEmpty)
  }

  @Test(
    "lists, by the page, each partnership once, as many as a count of the ledger says",
    arguments: archives.indices)
  func pages(_ number: Int) throws {
    let archive = try Self.archives[number]()
    let (index, ledger) = (try PartnershipIndex(archive.ledger(), in: archive), try archive.ledger())
    let period = try Period("2014/2017")
    for (turn, actor) in try Self.actors(archive).enumerated() {
      var count = LedgerCount([])
      count.within = actor
      count.kind = [nil, .twinning, .memorandum][turn % 3]
      count.established = turn % 2 == 0 ? nil : period
      let expected = try count.cells(of: ledger).first?.count ?? Count(certain: 0, possible: 0)
      let list = index.list(within: actor, kind: count.kind, established: count.established)
      #expect(list.count == expected, "\(actor?.text ?? "anywhere")")
      let whole = list.entries(from: 0, atMost: 10_000)
      #expect(whole.count == expected.possible && whole.count(where: \.isCertain) == expected.certain)
      #expect(Set(whole.map(\.number)).count == whole.count)
      let pages = stride(from: 0, to: whole.count + 7, by: 7).flatMap { list.entries(from: $0, atMost: 7) }
      #expect(pages == whole)
    }
  }

  @Test("has the earliest first, and calls each as the view does", arguments: archives.indices)
  func order(_ number: Int) throws {
    let archive = try Self.archives[number]()
    let index = try PartnershipIndex(archive.ledger(), in: archive)
    let all = index.list(within: nil, kind: nil, established: nil).entries(from: 0, atMost: 10_000)
    let rows = try archive.query(
      """
      SELECT id, title, kind FROM partnership
      ORDER BY coalesce(established_earliest, established_latest) IS NULL,
        coalesce(established_earliest, established_latest), id
      """
    ).rows
    #expect(all.map(index.id) == rows.map { $0[0].text })
    #expect(all.map(index.title) == rows.map { $0[1].text })
    #expect(all.map { index.kind($0) ?? "" } == rows.map { $0[2].text })
  }

  @Test("takes thousands of parties of one partnership")
  func manyParties() throws {
    let archive = try SmallWorld.archive()
    let parties = (0..<40_000).map { ("party@s\($0)", $0 == 39_999 ? "fr-1" : "it-1") }
    try archive.append(
      Delivery(
        batch: Batch(kind: .edit), statements: [try SmallRecord.statement("partnership many", parties)]),
      at: "2026-01-31T12:00:01.000Z")
    let index = try PartnershipIndex(archive.ledger(), in: archive)
    for actor in ["it", "fr", "fr-1"] as [ActorID] {
      let list = index.list(within: actor, kind: nil, established: nil)
      #expect(list.entries(from: 0, atMost: 10).map(index.id).contains("many"))
    }
  }
}
