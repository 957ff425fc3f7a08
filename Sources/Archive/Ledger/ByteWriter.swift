/// Writes numbers, texts and lists as bytes. A number is written seven bits a byte, the lowest first, each byte but the last with its
/// highest bit set (LEB128); negative ones by their two's complement.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  /// A byte that says whether there is one, then the text.
  mutating func optional(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func optional(_ number: Int?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { self.number(number) }
  }

  /// The number of items, then each.
  mutating func list<Items: Collection>(_ items: Items, _ write: (inout ByteWriter, Items.Element) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }

  /// Numbers from 0 on, little-endian, each as wide as the greatest needs: a byte that says how wide, then the numbers.
  mutating func column(_ numbers: [Int32]) {
    switch numbers.max() ?? 0 {
    case ..<0x100: append(numbers.map { UInt8(truncatingIfNeeded: $0) })
    case ..<0x1_0000: append(numbers.map { UInt16(truncatingIfNeeded: $0).littleEndian })
    default: append(numbers.map { UInt32(bitPattern: $0).littleEndian })
    }
  }

  private mutating func append<Width: FixedWidthInteger>(_ numbers: [Width]) {
    bytes.append(UInt8(MemoryLayout<Width>.size))
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
