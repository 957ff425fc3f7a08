import Chronology
import Diplomacy
import GRDB
import TestSupport
import Testing

@testable import Archive

@Suite("A packed ledger") struct PackedLedgerTests {
  /// The ledger of a random record.
  private static func ledger(seed: Int, statements: Int) throws -> Ledger {
    var record = RandomRecord(seed: seed)
    let archive = try ArchiveStore.holding(try (0..<statements).map { _ in try record.statement() })
    return try archive.database.read { try LedgerReader($0).read() }
  }

  private static func unpack(_ bytes: [UInt8]) throws -> Ledger {
    try bytes.withUnsafeBytes(PackedLedger.unpack)
  }

  @Test("gives back the ledger that went in", arguments: 0..<12)
  func roundTrip(_ seed: Int) throws {
    let ledger = try Self.ledger(seed: seed, statements: seed * 40)
    let unpacked = try Self.unpack(PackedLedger.pack(ledger))
    #expect(ledger.isSame(as: unpacked) && unpacked.isSame(as: ledger))
    #expect(seed < 3 || ledger.count > 1 && !ledger.seats.isEmpty)
  }

  @Test("is refused, or says something else, whichever bit is flipped; never more is read than there is")
  func damaged() throws {
    let ledger = try Self.ledger(seed: 5, statements: 60)
    let bytes = PackedLedger.pack(ledger)
    var (refused, other) = (0, 0)
    var unnoticed: [Int] = []
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        do {
          if PackedLedger.pack(try Self.unpack(damaged)) == bytes {
            unnoticed.append(place)
          } else {
            other += 1
          }
        } catch { refused += 1 }
      }
      #expect(throws: ByteReader.Damaged.self) { try Self.unpack(Array(bytes[..<place])) }
    }
    #expect(refused > bytes.count && other > bytes.count)
    #expect(unnoticed == [])
  }
}

@Suite("A ledger") struct LedgerTests {
  @Test("replaces any partnerships by any others, as if it had been read anew", arguments: 0..<200)
  func replacing(_ seed: Int) throws {
    var generator = Seeded(state: UInt64(seed))
    func pick(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    /// Partnerships by identifier, as text: kind, then parties.
    func random() -> [String: [String]] {
      Dictionary(
        (0..<pick(6)).map { _ in ("p\(pick(9))", (0...pick(3)).map { _ in "a\(pick(5))" }) },
        uniquingKeysWith: { first, _ in first })
    }
    func ledger(_ all: [String: [String]]) -> Ledger {
      var builder = LedgerBuilder()
      for (id, words) in all.sorted(by: { $0.key < $1.key }) {
        for (slot, actor) in words.dropFirst().enumerated() {
          builder.add(
            Ledger.Seat(
              slot: Int32(slot), side: slot % 2 == 0 ? -1 : builder.number(ofSide: words[0]),
              actor: builder.number(ofActor: actor)))
        }
        var id = id
        let dates = builder.number(
          ofDates: Ledger.Dates(establishedEarliest: Day(number: words.count)))
        let kind = builder.number(ofKind: words[0])
        id.withUTF8 { builder.add($0, dates: dates, kind: kind, agreement: Int8(words.count % 3) - 1) }
      }
      return builder.finished { _ in [] }
    }
    let (before, after) = (random(), random())
    let changed = Set(after.keys).union((0..<pick(5)).map { _ in "p\(pick(9))" })
    let expected = before.filter { !changed.contains($0.key) }.merging(after) { $1 }
    let replaced = ledger(before).replacing(changed, by: ledger(after))
    #expect(replaced.isSame(as: ledger(expected)))
    #expect(replaced.count == expected.count)
  }
}
