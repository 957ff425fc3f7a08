import Diplomacy
import GRDB

extension ArchiveStore {
  /// Every partnership of the snapshot, for counting.
  public func ledger() throws -> Ledger {
    try Self.guarding(path) { try database.read { try LedgerReader($0).read() } }
  }
}

/// Reads the ledger off `partnership_row`.
struct LedgerReader {
  private let database: Database
  private var ledger = Ledger()
  private var dates = TextCodes()
  private var kinds = TextCodes()
  private var sides = TextCodes()
  private var actors = TextCodes()
  private var key: [UInt8] = []

  init(_ database: Database) { self.database = database }

  func read() throws -> Ledger {
    var reader = self
    try reader.readRows()
    try reader.readActors()
    return reader.ledger
  }

  private mutating func readRows() throws {
    let rows = try RowScanner(
      database,
      """
      SELECT kind, agreement, established_earliest, established_latest, ended_earliest, ended_latest, parties
      FROM partnership_row
      """)
    while try rows.next() {
      ledger.kindCodes.append(kind(rows))
      ledger.agreements.append(rows.isNull(1) ? -1 : Int8(rows.integer(1)))
      ledger.dateCodes.append(date(rows))
      readSeats(rows.text(6))
      ledger.seatEnds.append(Int32(ledger.seats.count))
    }
    ledger.sides = (0..<sides.count).map(sides.text)
  }

  private mutating func kind(_ rows: RowScanner) -> Int32 {
    let code = kinds.code(rows.text(0))
    if Int(code) == ledger.kinds.count {
      ledger.kinds.append(rows.isNull(0) ? nil : String(decoding: rows.text(0), as: UTF8.self))
    }
    return code
  }

  /// The four days make one key, with U+0000 after each and U+0001 for none.
  private mutating func date(_ rows: RowScanner) -> Int32 {
    key.removeAll(keepingCapacity: true)
    for column in Int32(2)...5 {
      if rows.isNull(column) { key.append(1) } else { key.append(contentsOf: rows.text(column)) }
      key.append(0)
    }
    let code = key.withUnsafeBufferPointer { dates.code($0) }
    if Int(code) == ledger.dates.count {
      let days = (Int32(2)...5).map { rows.isNull($0) ? nil : String(decoding: rows.text($0), as: UTF8.self) }
      ledger.dates.append(
        Ledger.Dates(
          establishedEarliest: days[0], establishedLatest: days[1], endedEarliest: days[2],
          endedLatest: days[3]))
    }
    return code
  }

  /// Reads `[["side","actor",…],…]`, with null for no side.
  private mutating func readSeats(_ json: UnsafeBufferPointer<UInt8>) {
    var slot: Int32 = -1
    var side: Int32 = -1
    var place = 0
    var isSide = false
    var index = 1
    while index < json.count {
      switch json[index] {
      case UInt8(ascii: "["):
        slot += 1
        isSide = true
      case UInt8(ascii: "n"):
        side = -1
        isSide = false
        index += 3
      case UInt8(ascii: "\""):
        place = index + 1
        index = place
        var isEscaped = false
        while json[index] != UInt8(ascii: "\"") {
          if json[index] == UInt8(ascii: "\\") {
            isEscaped = true
            index += 1
          }
          index += 1
        }
        let text = UnsafeBufferPointer(rebasing: json[place..<index])
        if isSide {
          side = Self.code(text, isEscaped, &sides)
          isSide = false
        } else {
          ledger.seats.append(Ledger.Seat(slot: slot, side: side, actor: Self.code(text, isEscaped, &actors)))
        }
      default: break
      }
      index += 1
    }
  }

  private static func code(
    _ text: UnsafeBufferPointer<UInt8>, _ isEscaped: Bool, _ codes: inout TextCodes
  ) -> Int32 {
    guard isEscaped else { return codes.code(text) }
    var plain = StatementText.unquote(String(decoding: text, as: UTF8.self))
    return plain.withUTF8 { codes.code($0) }
  }

  private mutating func readActors() throws {
    var numbers: [String: Int] = [:]
    for number in 0..<actors.count { numbers[actors.text(number)] = number }
    var ancestors = [[PartnershipUnit.Ancestor]](repeating: [], count: actors.count)
    let rows = try RowScanner(
      database,
      """
      SELECT nesting.actor, nesting.ancestor, coalesce(actor.kind, ''), nesting.depth, nesting.certain
      FROM nesting LEFT JOIN actor ON actor.id = nesting.ancestor
      """)
    while try rows.next() {
      guard let number = numbers[String(decoding: rows.text(0), as: UTF8.self)] else { continue }
      ancestors[number].append(
        PartnershipUnit.Ancestor(
          id: String(decoding: rows.text(1), as: UTF8.self),
          kind: String(decoding: rows.text(2), as: UTF8.self),
          depth: rows.integer(3), isCertain: rows.integer(4) == 1))
    }
    ledger.actors = (0..<actors.count).map { Ledger.Actor(id: actors.text($0), ancestors: ancestors[$0]) }
  }
}
