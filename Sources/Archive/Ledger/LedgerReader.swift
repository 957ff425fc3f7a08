import Chronology
import Diplomacy
import GRDB

/// Reads the ledger off `partnership_row` and `nesting`.
struct LedgerReader {
  private let database: Database
  private var builder = LedgerBuilder()
  private var keys = TextCodes()
  private var key: [UInt8] = []
  private var days: [Int32] = []

  init(_ database: Database) { self.database = database }

  /// All partnerships; or, of these, the ones that there are.
  func read(_ partnerships: [String]? = nil) throws -> Ledger {
    var reader = self
    try reader.readRows(partnerships)
    let actors = reader.builder.actorIDs
    let ancestors = try ancestors(of: partnerships == nil ? nil : actors)
    return reader.builder.finished { ancestors[$0] ?? [] }
  }

  private mutating func readRows(_ partnerships: [String]?) throws {
    let rows = try RowScanner(
      database,
      """
      SELECT kind, agreement, established_earliest, established_latest, ended_earliest, ended_latest, parties, id
      FROM partnership_row \(partnerships == nil ? "" : "WHERE id IN (SELECT value FROM json_each(?))") ORDER BY id
      """, partnerships?.jsonList)
    while try rows.next() {
      let kind = rows.isNull(0) ? nil : String(decoding: rows.text(0), as: UTF8.self)
      readSeats(rows.text(6))
      builder.add(
        rows.text(7), dates: date(rows), kind: builder.number(ofKind: kind),
        agreement: rows.isNull(1) ? -1 : Int8(truncatingIfNeeded: rows.integer(1)))
    }
  }

  /// The four days make one key, with U+0000 after each and U+0001 for none: few of them are read.
  private mutating func date(_ rows: RowScanner) -> Int32 {
    key.removeAll(keepingCapacity: true)
    for column in Int32(2)...5 {
      if rows.isNull(column) { key.append(1) } else { key.append(contentsOf: rows.text(column)) }
      key.append(0)
    }
    let code = key.withUnsafeBufferPointer { keys.code($0) }
    if Int(code) == days.count {
      let read = (Int32(2)...5).map { Day(String(decoding: rows.text($0), as: UTF8.self)) }
      days.append(
        builder.number(
          ofDates: Ledger.Dates(
            establishedEarliest: read[0], establishedLatest: read[1], endedEarliest: read[2],
            endedLatest: read[3])))
    }
    return days[Int(code)]
  }

  /// Reads `[["side","actor",…],…]`, with null for no side.
  private mutating func readSeats(_ json: UnsafeBufferPointer<UInt8>) {
    var slot: Int32 = -1
    var side: Int32 = -1
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
        let start = index + 1
        index = start
        var isEscaped = false
        while json[index] != UInt8(ascii: "\"") {
          if json[index] == UInt8(ascii: "\\") {
            isEscaped = true
            index += 1
          }
          index += 1
        }
        let text = UnsafeBufferPointer(rebasing: json[start..<index])
        if isSide {
          side = builder.number(ofSide: Self.plain(text))
          isSide = false
        } else {
          let actor =
            isEscaped ? builder.number(ofActor: Self.plain(text)) : builder.number(ofActor: text)
          builder.add(Ledger.Seat(slot: slot, side: side, actor: actor))
        }
      default: break
      }
      index += 1
    }
  }

  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: text, as: UTF8.self)
    return text.contains("\\") ? StatementText.unquote(text) : text
  }

  /// What actors lie within: all of them, or these.
  func ancestors(of actors: [String]?) throws -> [String: [PartnershipUnit.Ancestor]] {
    var ancestors: [String: [PartnershipUnit.Ancestor]] = [:]
    // The rows of an actor follow one another.
    var (last, own): (String, [PartnershipUnit.Ancestor]) = ("", [])
    let rows = try RowScanner(
      database,
      """
      SELECT nesting.actor, nesting.ancestor, coalesce(actor.kind, ''), nesting.depth, nesting.certain
      FROM nesting LEFT JOIN actor ON actor.id = nesting.ancestor
      \(actors == nil ? "" : "WHERE nesting.actor IN (SELECT value FROM json_each(?))")
      ORDER BY nesting.actor, nesting.depth, nesting.ancestor
      """, actors?.jsonList)
    while try rows.next() {
      let actor = rows.text(0)
      if !actor.elementsEqual(last.utf8) {
        if !own.isEmpty { ancestors[last] = own }
        (last, own) = (String(decoding: actor, as: UTF8.self), [])
      }
      own.append(
        PartnershipUnit.Ancestor(
          id: String(decoding: rows.text(1), as: UTF8.self),
          kind: String(decoding: rows.text(2), as: UTF8.self),
          depth: rows.integer(3), isCertain: rows.integer(4) == 1))
    }
    if !own.isEmpty { ancestors[last] = own }
    return ancestors
  }
}
