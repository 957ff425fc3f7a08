import Diplomacy
import TestSupport
import Testing

@testable import Archive

@Suite("A packed sheaf") struct PackedSheafTests {
  /// Statements of one kind as they come, some of them with texts that are hard to write down.
  private static func statements(_ kind: EntityKind, seed: Int, count: Int) throws -> [Statement] {
    var record = RandomRecord(seed: seed)
    let texts = ["", "p. 1", "§ \"3\"", "四川", "line\nbreak", "a\\b", "e\u{301}", "é"]
    var found: [Statement] = []
    while found.count < count {
      let one = try record.statement()
      guard one.entity.kind == kind else { continue }
      found.append(
        Statement(
          entity: EntityReference(kind, one.entity.id + record.pick(texts)), says: one.says,
          source: one.source,
          locator: record.pick(texts), rank: one.rank,
          certainty: record.pick([.stated, .inferred, .ambiguous]),
          coder: record.pick(texts), note: record.pick(texts)))
    }
    return found
  }

  private static func bytes(_ sheaf: Sheaf) -> [UInt8] { SheafPacker(sheaf).packs().flatMap(\.content) }

  @Test(
    "gives back the statements that went in, under their identifiers", arguments: EntityKind.allCases, 0..<4)
  func roundTrip(_ kind: EntityKind, _ seed: Int) throws {
    let statements = try Self.statements(kind, seed: seed, count: 1 + seed * 100)
    let packed = try PackedSheaf(Self.bytes(Sheaf(statements, kind: kind)), kind: kind)
    #expect(packed.count == statements.count)
    let whole = try packed.sheaf()
    for (row, statement) in statements.enumerated() {
      #expect(try packed.id(row) == statement.contentID)
      #expect(try packed.statement(row) == statement)
      #expect(whole.statement(row) == statement)
      #expect(Array(packed.entity(row)) == Array(statement.entity.id.utf8))
    }
    #expect(Self.bytes(whole) == Self.bytes(Sheaf(statements, kind: kind)))
  }

  @Test(
    "holds identifiers and locators that are numbered, and those that only look so",
    arguments: [
      ["row 1", "row 2", "row 3"], ["row 9", "row 10", "row 0"], ["7", "12", "0"], ["p007", "p008"],
      ["p007", "p010"], ["00", "0"], ["a999999999999999999", "a1"], ["a9999999999999999999", "a1"],
      ["a1", "b1"],
      ["四川1", "四川20"], ["", "1"], ["x"], ["x1", "x1", "x1"], ["٣", "٤"],
    ])
  func numbered(_ texts: [String]) throws {
    let statements = texts.map {
      Statement(
        entity: EntityReference(.partnership, $0), says: [:], source: "a", locator: $0 + "-" + $0)
    }
    let packed = try PackedSheaf(Self.bytes(Sheaf(statements, kind: .partnership)), kind: .partnership)
    let whole = try packed.sheaf()
    for (row, statement) in statements.enumerated() {
      #expect(try packed.statement(row) == statement && whole.statement(row) == statement)
      #expect(try packed.id(row) == statement.contentID)
    }
  }

  @Test("of numbered rows takes two bytes for both texts of a row")
  func small() throws {
    func length(_ count: Int) -> Int {
      Self.bytes(
        Sheaf(
          (1...count).map {
            Statement(
              entity: EntityReference(.partnership, "p\($0)"), says: [:], source: "a", locator: "row \($0)")
          }, kind: .partnership)
      ).count
    }
    #expect(length(1_000) - length(500) == 500 * 2)
  }

  @Test(
    "holds more distinct texts than a byte numbers, and than two bytes do",
    arguments: [254, 255, 256, 65_534, 65_535])
  func widths(_ count: Int) throws {
    let property = try #require(Property.named("initiator", of: .partnership))
    let statements = (0...count).map { number in
      Statement(
        entity: EntityReference(.partnership, "p\(number)"),
        says: number == count ? [:] : [property: [Claim([.text("i\(number)")])]],
        source: "a", locator: "")
    }
    let packed = try PackedSheaf(Self.bytes(Sheaf(statements, kind: .partnership)), kind: .partnership)
    for row in [0, 1, 253, count - 1, count] { #expect(try packed.statement(row) == statements[row]) }
  }

  @Test("says that it is damaged, or says something else, whichever byte is flipped or missing")
  func damaged() throws {
    let statements = try Self.statements(.partnership, seed: 7, count: 5).enumerated().map { number, one in
      Statement(
        entity: one.entity, says: one.says, source: one.source, locator: "row \(number * 100)",
        rank: one.rank,
        certainty: one.certainty, coder: one.coder, note: one.note)
    }
    let bytes = Self.bytes(Sheaf(statements, kind: .partnership))
    var (refused, other) = (0, 0)
    var unnoticed: [Int] = []
    func read(_ bytes: [UInt8], _ place: Int) {
      do {
        let packed = try PackedSheaf(bytes, kind: .partnership)
        let rows = try (0..<packed.count).map { row in
          _ = try packed.id(row)
          return try packed.statement(row)
        }
        let whole = try packed.sheaf()
        for row in 0..<whole.count { _ = whole.statement(row) }
        if rows == statements { unnoticed.append(place) } else { other += 1 }
      } catch { refused += 1 }
    }
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        read(damaged, place)
      }
      read(Array(bytes[..<place]), place)
    }
    // Most of the bytes are texts: a flipped bit makes another text there.
    #expect(refused > bytes.count && other > bytes.count)
    #expect(
      unnoticed == [],
      "\(unnoticed.map { bytes[max(0, $0 - 12)..<min(bytes.count, $0 + 12)].map { String(UnicodeScalar($0)) }.joined() })"
    )
  }

  @Test("that is damaged in the file is named by its batch, and nothing is changed")
  func damagedInFile() throws {
    let archive = try ArchiveStore.inMemory()
    let statements = try Self.statements(.partnership, seed: 3, count: 20)
    var delivery = Delivery(batch: Batch(kind: .import, file: "t.csv"), sources: sources)
    delivery.sheaves = [Sheaf(statements, kind: .partnership)]
    let receipt = try archive.append(delivery, at: moment())
    try archive.force("DROP TRIGGER sheaf_refuses_update")
    try archive.force("UPDATE sheaf SET content = substr(content, 1, length(content) - 1)")
    let batch = try #require(receipt.batch)
    #expect(failure(try archive.delivery(of: batch)) == .damagedSheaf(batch: batch))
    #expect(
      failure(try archive.retract(StatementID("nothing"), reason: "r", coder: "", at: moment(1)))
        == .damagedSheaf(batch: batch))
    #expect(try archive.batches().count == 1)
  }
}

extension PackedSheafTests {
  @Test("whose claims cannot be read is named by its batch where the snapshot is made anew, and by the check")
  func damagedClaims() throws {
    let archive = try ArchiveStore.inMemory()
    for (number, id) in ["p", "q"].enumerated() {
      var delivery = Delivery(batch: Batch(kind: .import, file: "\(id).csv"), sources: sources)
      delivery.sheaves = [Sheaf([say(.partnership, id, ["kind": "twinning"])], kind: .partnership)]
      try archive.append(delivery, at: moment(number))
    }
    try archive.force("DROP TRIGGER sheaf_refuses_update")
    try archive.force(
      "UPDATE sheaf SET content = CAST(replace(content, 'twinning', 'twynning') AS BLOB) WHERE batch = 1")
    #expect(failure(try archive.undo(2, reason: "r", coder: "", at: moment(3))) == .damagedSheaf(batch: 1))
    let found = try archive.check().filter { $0.rule != "partnership-of-one" }
    #expect(found.map(\.rule) == ["damaged-sheaf"], "\(found)")
  }
}

@Suite("The order of identifiers") struct IdentifierOrderTests {
  @Test("is that of their bytes, equal ones in the order of the rows", arguments: 0..<6)
  func sorted(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let letters: [UInt8] = [0, 0x61, 0x62, 0xC5, 0xFF]
    let texts = (0..<500).map { _ in
      let shared = [UInt8](
        repeating: 0x61, count: [0, 7, 8, 15, 16, 17, 30].randomElement(using: &random) ?? 0)
      return shared
        + (0..<Int.random(in: 0...3, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0 }
    }
    var column = TextColumn()
    for text in texts { column.append(text) }
    let order = IdentifierOrder(column)
    let expected = texts.indices.sorted { left, right in
      texts[left] == texts[right] ? left < right : texts[left].lexicographicallyPrecedes(texts[right])
    }
    #expect(order.rows.map(Int.init) == expected)
    for place in 1..<expected.count {
      #expect(order.isSame(place - 1, place) == (texts[expected[place - 1]] == texts[expected[place]]))
    }
  }
}
