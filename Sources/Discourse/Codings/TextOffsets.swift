/// Turns places in a text from one way of counting into another: code points, bytes of UTF-8, units of UTF-16.
///
/// Keeps a mark every 256 code points, so that any place is found by looking at no more than those.
public struct TextOffsets: Sendable {
  private static let stride = 256

  private let bytes: [UInt8]
  /// Of every 256th code point where its bytes begin, and how many UTF-16 units are before it.
  private let marks: [(byte: Int, unit: Int)]
  /// How many code points the text has.
  public let count: Int

  public init(_ text: String) {
    bytes = Array(text.utf8)
    var marks: [(byte: Int, unit: Int)] = []
    var (points, units) = (0, 0)
    for (place, byte) in bytes.enumerated() where Self.begins(byte) {
      if points % Self.stride == 0 { marks.append((place, units)) }
      points += 1
      units += Self.units(byte)
    }
    self.marks = marks
    count = points
  }

  /// The byte at which a code point begins; the number of bytes for the end of the text. Nil beyond it.
  public func byte(ofCodePoint place: Int) -> Int? { self.place(place)?.byte }

  /// How many UTF-16 units are before a code point; nil beyond the end of the text.
  public func unit(ofCodePoint place: Int) -> Int? { self.place(place)?.unit }

  /// The code point that begins at a byte; nil inside of one, and beyond the end.
  public func codePoint(ofByte byte: Int) -> Int? {
    guard (0...bytes.count).contains(byte), byte == bytes.count || Self.begins(bytes[byte]) else {
      return nil
    }
    return codePoint(from: { $0.byte <= byte }, reaches: { $0.byte >= byte })
  }

  /// The code point that begins at a UTF-16 unit; nil between the two units of one, and beyond the end.
  public func codePoint(ofUnit unit: Int) -> Int? {
    guard unit >= 0 else { return nil }
    guard let place = codePoint(from: { $0.unit <= unit }, reaches: { $0.unit >= unit }),
      self.unit(ofCodePoint: place) == unit
    else { return nil }
    return place
  }

  private func place(_ point: Int) -> (byte: Int, unit: Int)? {
    guard (0...count).contains(point), !marks.isEmpty else { return point == 0 ? (0, 0) : nil }
    var at = marks[min(point / Self.stride, marks.count - 1)]
    for _ in 0..<(point - min(point / Self.stride, marks.count - 1) * Self.stride) { at = next(at) }
    return at
  }

  /// Goes from the last mark that is before a place, on to the place or past it; nil past the end.
  private func codePoint(
    from isBefore: ((byte: Int, unit: Int)) -> Bool, reaches: ((byte: Int, unit: Int)) -> Bool
  ) -> Int? {
    guard !marks.isEmpty else { return reaches((0, 0)) ? 0 : nil }
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isBefore(marks[middle]) { low = middle } else { high = middle }
    }
    var (at, point) = (marks[low], low * Self.stride)
    while !reaches(at) {
      guard at.byte < bytes.count else { return nil }
      at = next(at)
      point += 1
    }
    return point
  }

  private func next(_ at: (byte: Int, unit: Int)) -> (byte: Int, unit: Int) {
    let unit = at.unit + Self.units(bytes[at.byte])
    var byte = at.byte + 1
    while byte < bytes.count, !Self.begins(bytes[byte]) { byte += 1 }
    return (byte, unit)
  }

  private static func begins(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
  private static func units(_ first: UInt8) -> Int { first >= 0xF0 ? 2 : 1 }
}
