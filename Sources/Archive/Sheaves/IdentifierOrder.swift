import Diplomacy

/// The rows of a sheaf in the order of their identifiers, byte by byte, as SQLite orders them; equal ones in the order of the rows.
struct IdentifierOrder {
  private struct Key {
    let high: UInt64
    let low: UInt64
    let row: Int32
  }

  private let identifiers: TextColumn
  let rows: [Int32]

  /// The first sixteen bytes decide nearly always; only where they are equal is the rest compared.
  init(_ identifiers: TextColumn) {
    self.identifiers = identifiers
    rows = identifiers.bytes.withUnsafeBytes { bytes in
      func word(_ range: Range<Int>, from offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in offset..<offset + 8 {
          word = word << 8 | (index < range.count ? UInt64(bytes[range.lowerBound + index]) : 0)
        }
        return word
      }
      func precedes(_ a: Key, _ b: Key) -> Bool {
        if a.high != b.high { return a.high < b.high }
        if a.low != b.low { return a.low < b.low }
        let (left, right) = (identifiers.range(Int(a.row)), identifiers.range(Int(b.row)))
        if left.count > 16 || right.count > 16 {
          if bytes[left].lexicographicallyPrecedes(bytes[right]) { return true }
          if bytes[right].lexicographicallyPrecedes(bytes[left]) { return false }
        } else if left.count != right.count {
          return left.count < right.count
        }
        return a.row < b.row
      }
      var keys: [Key] = []
      keys.reserveCapacity(identifiers.count)
      for row in 0..<identifiers.count {
        let range = identifiers.range(row)
        keys.append(Key(high: word(range, from: 0), low: word(range, from: 8), row: Int32(row)))
      }
      keys.sort(by: precedes)
      return keys.map(\.row)
    }
  }

  /// Whether the rows at two places have the same identifier.
  func isSame(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (identifiers.range(Int(rows[first])), identifiers.range(Int(rows[second])))
    guard left.count == right.count else { return false }
    return identifiers.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<left.count where bytes[left.lowerBound + index] != bytes[right.lowerBound + index] {
        return false
      }
      return true
    }
  }
}
