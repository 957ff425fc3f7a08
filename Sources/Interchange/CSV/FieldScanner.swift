/// Splits the bytes of delimited text (RFC 4180) into records and fields, without making a string of any.
///
/// Every call takes the same bytes: the scanner holds the place only.
struct FieldScanner {
  /// A field's bytes: in the buffer, or in the scratch space where quotes were doubled.
  private struct Field {
    let start: Int
    let count: Int
    let isScratch: Bool
  }

  private let delimiter: UInt8
  private(set) var position: Int
  private(set) var line: Int
  /// The fields of the records that were read since the last clearing.
  private var fields: [Field] = []
  /// The line each record starts on; 1 is the first.
  private(set) var start = 1
  private var scratch = Scratch()

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// - Parameters:
  ///   - position: where the first record begins: after a byte order mark.
  ///   - line: the line that it begins on.
  init(delimiter: UInt8, position: Int = 0, line: Int = 1) {
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  /// Forgets the fields that were read.
  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    scratch.clear()
  }

  /// Reads the next record that is not a blank line, its fields after those that are there; false at the end.
  mutating func next(in bytes: UnsafeBufferPointer<UInt8>) throws(CSVError) -> Bool {
    while position < bytes.count, endsLine(at: position, bytes) { skipLineEnd(bytes) }
    guard position < bytes.count else { return false }
    start = line
    let first = fields.count
    while true {
      if position < bytes.count, bytes[position] == Self.quote { try quoted(bytes) } else { try plain(bytes) }
      guard fields[fields.count - 1].count <= TableLimits.field else {
        throw CSVError.longField(line: start, column: fields.count - first)
      }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    skipLineEnd(bytes)
    return true
  }

  /// How many fields were read since the last clearing.
  var count: Int { fields.count }

  /// A field's bytes. Valid until the next record is read.
  func cell(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let field = fields[index]
    return UnsafeBufferPointer(
      rebasing: (field.isScratch ? scratch.bytes : bytes)[field.start..<field.start + field.count])
  }

  private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>) throws(CSVError) {
    let from = position
    var place = position
    let count = bytes.count
    while place < count {
      let byte = bytes[place]
      if byte == delimiter || byte == Self.feed { break }
      if byte == Self.quote { throw CSVError.strayQuote(line: line) }
      if byte == Self.carriage, place + 1 == count || bytes[place + 1] == Self.feed { break }
      place += 1
    }
    position = place
    fields.append(Field(start: from, count: place - from, isScratch: false))
  }

  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) throws(CSVError) {
    let opened = line
    position += 1
    let from = position
    let begun = scratch.count
    var isDoubled = false
    var segment = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.feed { line += 1 }
      guard byte == Self.quote else { continue }
      if position < bytes.count, bytes[position] == Self.quote {
        isDoubled = true
        scratch.append(bytes[segment..<position])
        position += 1
        segment = position
        continue
      }
      guard position >= bytes.count || bytes[position] == delimiter || endsLine(at: position, bytes) else {
        throw CSVError.strayQuote(line: line)
      }
      guard isDoubled else {
        fields.append(Field(start: from, count: position - 1 - from, isScratch: false))
        return
      }
      scratch.append(bytes[segment..<position - 1])
      fields.append(Field(start: begun, count: scratch.count - begun, isScratch: true))
      return
    }
    throw CSVError.openQuote(line: opened)
  }

  private func endsLine(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[index] == Self.feed
      || bytes[index] == Self.carriage && (index + 1 == bytes.count || bytes[index + 1] == Self.feed)
  }

  private mutating func skipLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    if position < bytes.count, bytes[position] == Self.carriage { position += 1 }
    if position < bytes.count, bytes[position] == Self.feed { position += 1 }
    line += 1
  }
}

/// Where fields with doubled quotes are put together.
private final class Scratch {
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
  private(set) var count = 0

  deinit { buffer.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  func clear() { count = 0 }

  func append(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    if count + part.count > buffer.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: (count + part.count) * 2)
      _ = larger.update(fromContentsOf: buffer[..<count])
      buffer.deallocate()
      buffer = larger
    }
    for byte in part {
      buffer[count] = byte
      count += 1
    }
  }
}
