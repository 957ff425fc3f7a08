/// Reads what `ByteWriter` wrote. Nothing is read beyond the end, whatever the bytes say.
struct ByteReader {
  /// Bytes that `ByteWriter` did not write.
  struct Damaged: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// How many bytes are left.
  var left: Int { bytes.count - place }

  mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, count <= left else { throw Damaged() }
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
  }

  mutating func expect(_ mark: [UInt8]) throws {
    guard try take(mark.count).elementsEqual(mark) else { throw Damaged() }
  }

  mutating func number() throws -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
    }
    throw Damaged()
  }

  mutating func number(below limit: Int) throws -> Int {
    let number = try number()
    guard (0..<limit).contains(number) else { throw Damaged() }
    return number
  }

  /// A number of 31 bits.
  mutating func small() throws -> Int32 { Int32(try number(below: Int(Int32.max))) }

  mutating func text() throws -> String {
    guard let text = String(validating: try take(try number()), as: UTF8.self) else { throw Damaged() }
    return text
  }

  mutating func optionalText() throws -> String? { try isPresent() ? try text() : nil }

  mutating func optionalNumber() throws -> Int? { try isPresent() ? try number() : nil }

  private mutating func isPresent() throws -> Bool { try number(below: 2) == 1 }

  mutating func list<Item>(_ read: (inout ByteReader) throws -> Item) throws -> [Item] {
    let count = try number()
    // Every item takes a byte at least.
    guard count >= 0, count <= left else { throw Damaged() }
    return try (0..<count).map { _ in try read(&self) }
  }

  /// - Parameter limit: what every number has to be less than.
  mutating func column(_ count: Int, below limit: Int) throws -> [Int32] {
    let width = try number(below: 5)
    let column = try take(count * width)
    let numbers: [Int32] =
      switch width {
      case 1: column.map { Int32($0) }
      case 2:
        (0..<count).map {
          Int32(UInt16(littleEndian: column.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self)))
        }
      case 4:
        (0..<count).map {
          Int32(
            bitPattern: UInt32(littleEndian: column.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
        }
      default: throw Damaged()
      }
    guard numbers.allSatisfy({ $0 >= 0 && $0 < limit }) else { throw Damaged() }
    return numbers
  }
}
