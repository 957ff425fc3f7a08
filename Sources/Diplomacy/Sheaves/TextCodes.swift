/// Numbers distinct texts in the order they are met.
///
/// A hash table with open addressing over one buffer of bytes. The hash is seeded anew in each process, so that no file can be made to
/// fill one slot; the numbers do not depend on it.
public struct TextCodes: Sendable {
  /// The upper half of the hash and the number in one word, so that most comparisons end there; 0 where there is none.
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  private var bytes: [UInt8] = []
  private var ends: [Int32] = [0]
  private let seed = UInt64.random(in: .min ... .max)

  public init() {}

  public var count: Int { ends.count - 1 }

  /// The text of a number.
  public func text(_ code: Int) -> String {
    String(decoding: bytes[Int(ends[code])..<Int(ends[code + 1])], as: UTF8.self)
  }

  /// The text's number: a new one when it was not met before. Traps beyond two gigabytes of distinct texts.
  public mutating func code(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = hash(text)
    let upper = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == upper {
        let code = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
        if isEqual(Int(code), text) { return code }
      }
      slot = (slot + 1) & mask
    }
    let code = Int32(count)
    slots[slot] = upper | UInt64(code + 1)
    bytes.append(contentsOf: text)
    ends.append(Int32(bytes.count))
    if count * 2 > slots.count { grow() }
    return code
  }

  private func isEqual(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[code])
    guard Int(ends[code + 1]) - start == text.count else { return false }
    return bytes.withUnsafeBytes { buffer in
      let other = UnsafeRawBufferPointer(text)
      var index = 0
      while index + 8 <= text.count {
        guard
          buffer.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
            == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        else { return false }
        index += 8
      }
      while index < text.count {
        guard buffer[start + index] == other[index] else { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for word in old where word != 0 {
      let code = Int(truncatingIfNeeded: word & 0xFFFF_FFFF) - 1
      let hash = bytes.withUnsafeBufferPointer { bytes in
        self.hash(UnsafeBufferPointer(rebasing: bytes[Int(ends[code])..<Int(ends[code + 1])]))
      }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  /// Eight bytes at a time, multiplied and folded.
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= text.count {
      hash = Self.mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return Self.mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
