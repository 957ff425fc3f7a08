import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

@Suite("An edit")
struct EditTests {
  private static let moment = "2026-02-01T12:00:00.000Z"

  private static func edit(_ changes: [String: String] = [:], in archive: ArchiveStore) throws -> Edit {
    guard case .edit(let edit) = try DraftTests.reading(changes, in: archive) else {
      throw Unreadable()
    }
    return edit
  }

  private struct Unreadable: Error {}

  private static func effect(
    _ edit: Edit, in archive: ArchiveStore, tables: [OpenTable] = []
  ) throws -> EditEffect {
    let studies = try StudyShelf(Project.home().studies).all()
    return try #require(
      try EditEffect(of: edit, in: archive, studies: studies, tables: tables, at: moment))
  }

  private static func rows(_ archive: ArchiveStore, _ sql: String) throws -> [[String]] {
    try archive.query(sql).rows.map { $0.map(\.text) }
  }

  @Test("is a batch of its own; sent twice, it is recorded once")
  func once() throws {
    let archive = try Bundled.copy()
    let edit = try Self.edit(in: archive)
    #expect(try edit.carryOut(in: archive, at: Self.moment) == .kept(batch: 17))
    let version = try archive.version()
    #expect(try edit.carryOut(in: archive, at: Self.moment) == .known(batch: 17))
    #expect(try archive.version() == version)
    #expect(try archive.check(isDeep: true) == Bundled.archive().check(isDeep: true))
  }

  @Test("shows what it does before it is kept, and then does just that; the record itself is left alone")
  func effect() throws {
    let archive = try Bundled.copy()
    let version = try archive.version()
    let edit = try Self.edit(in: archive)
    var quantities = TableQuestion(.quantities)
    quantities.within = "cn-chengdu"
    quantities.happened = "2020"
    let tables = [
      OpenTable(quantities, policy: nil, address: "/a"),
      OpenTable(quantities, policy: .highest, address: "/b"),
      OpenTable(quantities, policy: .lowest, address: "/c"),
      OpenTable(TableQuestion(), policy: nil, address: "/d"),
    ]
    let effect = try Self.effect(edit, in: archive, tables: tables)
    #expect(try archive.version() == version)
    #expect(
      effect.difference.entities.flatMap(\.changes).map(ChangeText.line) == [
        "quantity: 12000 or 11700 (11700–12000) → 12000 or 11700 or 11900 (11700–12000)"
      ])
    #expect(
      effect.difference.contradictions.appeared.map { $0.rivals.map(\.value) } == [
        ["12000", "11700", "11900"]
      ])
    // The bounds stay as they were: no table moves.
    #expect(effect.tables.isEmpty && effect.tableCount == 4)

    let wider = try Self.effect(
      Self.edit(["says.quantity.0": "15000"], in: archive), in: archive, tables: tables)
    // README: masks of Chengdu in 2020 come to 143700–144000, of which 11700–12000 to Łódź.
    #expect(
      wider.tables.map(\.table.address) == ["/a", "/b"]
        && wider.tables[0].cells.map { [$0.row, $0.before, $0.after] } == [
          ["masks", "143700–144000", "143700–147000"]
        ]
    )
    #expect(wider.tables[1].cells.map { [$0.before, $0.after] } == [["144000", "147000"]])

    try Self.edit(["says.quantity.0": "15000"], in: archive).carryOut(in: archive, at: Self.moment)
    let after = try quantities.answer(from: archive)
    #expect(
      after.rows.firstIndex { $0.name == "masks" }.map { after.cells[$0][0].computed?.text }
        == "143700–147000")
  }

  /// PF074 publishes 11700, the second figure of the article for the masks of Łódź.
  @Test("that withdraws or corrects the second figure moves the published one")
  func results() throws {
    let archive = try Bundled.copy()
    let withdrawal = Edit.withdraw("s-qaj7dh47erbf", reason: "a trial", coder: "")
    let effect = try Self.effect(withdrawal, in: archive)
    #expect(effect.difference.moves?.map(\.after.figure.id) == ["PF074"])
    #expect(effect.difference.contradictions.gone.map(\.entity.id) == ["ev-083/masks"])

    let old = try #require(try archive.standing("s-qaj7dh47erbf"))
    var draft = Draft(correcting: old)
    draft.lines["quantity"] = [.init("12000")]
    draft.reason = "the copy at hand has 12000"
    guard case .edit(let correction) = try DraftReader.read(draft, in: archive) else {
      Issue.record("it has faults")
      return
    }
    #expect(try Self.effect(correction, in: archive).difference.moves?.map(\.after.figure.id) == ["PF074"])
    let record = try Self.rows(archive, "SELECT * FROM flow ORDER BY id")
    #expect(try correction.carryOut(in: archive, at: Self.moment) == .kept(batch: 17))
    #expect(try Self.rows(archive, "SELECT quantity FROM flow WHERE id = 'ev-083/masks'") == [["12000"]])
    let undoing = Edit.undo(17, reason: "a trial", coder: "kim")
    #expect(
      try Self.effect(undoing, in: archive).difference.contradictions.appeared.map(\.entity.id) == [
        "ev-083/masks"
      ])
    try undoing.carryOut(in: archive, at: Self.moment)
    #expect(try Self.rows(archive, "SELECT * FROM flow ORDER BY id") == record)
  }

  @Test(
    "is warned of where the record may say it already",
    arguments: [
      ([:], []),
      (["locator": "Reality check section, L191"], ["place s-9efkpftsvdw5"]),
      (["kind": "actor", "entity": "pl-lodz-2", "says.name.0": "LODZ"], ["alike actor pl-lodz"]),
      (["kind": "actor", "entity": "pl-lodz-2", "says.name.0": "Lodzz"], ["alike actor pl-lodz"]),
      (["kind": "actor", "entity": "xx", "says.name.0": "Atlantis"], []),
      (
        ["kind": "partnership", "entity": "x", "says.party.0": "cn-chengdu", "says.party.1": "pl-lodz"],
        ["alike partnership pl-lodz+cn-chengdu"]
      ),
      (
        [
          "kind": "partnership", "entity": "x", "says.party.0": "cn-chengdu", "says.party.1": "pl-lodz",
          "says.kind.0": "memorandum",
        ], []
      ),
      (
        [
          "kind": "event", "entity": "x", "says.type.0": "donation", "says.date.0": "2020",
          "says.participant.0": "pl-lodz", "says.participant.1": "cn-chengdu",
        ], ["alike event ev-076", "alike event ev-083"]
      ),
      (
        ["entity": "ev-083/m", "says.event.0": "ev-083", "says.item.0": "Masks"], ["alike flow ev-083/masks"]
      ),
      (["entity": "ev-083/m", "says.event.0": "ev-083", "says.item.0": "gloves"], []),
    ] as [([String: String], [String])])
  func twins(_ typed: [String: String], _ expected: [String]) throws {
    let blank = typed["kind"] == nil ? [:] : ["says.quantity.0": ""]
    let archive = try Bundled.archive()
    let twins = try Twin.of(Self.edit(typed.merging(blank) { first, _ in first }, in: archive), in: archive)
    let words = twins.map { twin in
      switch twin {
      case .known(let id): "known \(id)"
      case .withdrawn(let id, _): "withdrawn \(id)"
      case .samePlace(let id): "place \(id)"
      case .alike(let entity, _): "alike \(entity)"
      }
    }
    #expect(words == expected)
  }

  @Test("that is on record word for word, or was and is withdrawn, is known again")
  func known() throws {
    let archive = try Bundled.copy()
    let edit = try Self.edit(in: archive)
    try edit.carryOut(in: archive, at: Self.moment)
    guard case .record(let statement, _, _, _) = edit else { return }
    #expect(try Twin.of(edit, in: archive) == [.known(statement.id)])
    try Edit.withdraw(statement.id, reason: "misread", coder: "").carryOut(in: archive, at: Self.moment)
    #expect(try Twin.of(edit, in: archive) == [.withdrawn(statement.id, reason: "misread")])
  }

  @Test(
    "that corrects a statement into one on record withdraws just that; into a withdrawn one, it changes nothing"
  )
  func merged() throws {
    let archive = try Bundled.copy()
    let (first, second) = (
      try #require(try archive.standing("s-9efkpftsvdw5")),
      try #require(try archive.standing("s-qaj7dh47erbf"))
    )
    let merging = Edit.record(first, source: nil, replacing: second, reason: "read twice")
    #expect(try Twin.of(merging, in: archive) == [.known(first.id)])
    #expect(try merging.carryOut(in: archive, at: Self.moment) == .kept(batch: 17))
    #expect(try archive.standing(second.id) == nil && archive.standing(first.id) == first)
    #expect(try Self.rows(archive, "SELECT quantity FROM flow WHERE id = 'ev-083/masks'") == [["12000"]])
    #expect(try archive.check(isDeep: true) == Bundled.archive().check(isDeep: true))

    let version = try archive.version()
    let lost = Edit.record(second, source: nil, replacing: first, reason: "the other way round")
    #expect(try Twin.of(lost, in: archive) == [.withdrawn(second.id, reason: "read twice")])
    guard case .known = try lost.carryOut(in: archive, at: Self.moment) else {
      Issue.record("both statements are gone")
      return
    }
    #expect(try archive.version() == version)
  }
}
