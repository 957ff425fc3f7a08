/// Texts that are one and the same but for the number at their end, as rows are often called: "row 17", "row 18".
struct NumberedTexts: Sendable {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  /// Numbers of so many digits, and their differences, are whole numbers of 63 bits.
  private static let mostDigits = 18

  private var beginning: [UInt8] = []
  private var numbers: [Int] = []

  /// Nil where a text ends in no number, or they begin differently.
  init?(_ texts: some Sequence<ArraySlice<UInt8>>) {
    for text in texts {
      guard let (split, number) = Self.number(text) else { return nil }
      let beginning = text[..<split]
      if numbers.isEmpty { self.beginning = Array(beginning) }
      guard beginning.elementsEqual(self.beginning) else { return nil }
      numbers.append(number)
    }
  }

  /// The number at a text's end, and where it begins; noughts before it are of the text.
  private static func number(_ text: ArraySlice<UInt8>) -> (split: Int, number: Int)? {
    var split = text.endIndex
    while split > text.startIndex, digits.contains(text[split - 1]), text.endIndex - split < mostDigits {
      split -= 1
    }
    while split < text.endIndex - 1, text[split] == digits.lowerBound { split += 1 }
    guard split < text.endIndex else { return nil }
    return (split, text[split...].reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) })
  }

  func text(_ row: Int) -> ArraySlice<UInt8> { (beginning + String(numbers[row]).utf8)[...] }

  /// The length of the beginning, the beginning, then what each number is more than the one before: doubled, and one less where it is
  /// negative (zigzag), seven bits a byte (LEB128).
  func append(to bytes: inout [UInt8]) {
    PackedColumn.append(UInt32(beginning.count), to: &bytes)
    bytes += beginning
    var writer = ByteWriter()
    var last = 0
    for number in numbers {
      let difference = number - last
      writer.number(difference << 1 ^ difference >> 63)
      last = number
    }
    bytes += writer.bytes
  }

  /// Reads what `append` wrote, for so many rows. Throws `ByteReader.Damaged` for what it did not write.
  init(_ reader: inout ByteReader, rows: Int) throws {
    let length = try reader.take(4).loadUnaligned(as: UInt32.self)
    beginning = Array(try reader.take(Int(UInt32(littleEndian: length))))
    guard rows <= reader.left else { throw ByteReader.Damaged() }
    numbers.reserveCapacity(rows)
    var last = 0
    for _ in 0..<rows {
      let zigzag = try reader.number()
      let (number, isOver) = last.addingReportingOverflow(zigzag >> 1 ^ -(zigzag & 1))
      guard zigzag >= 0, !isOver, number >= 0 else { throw ByteReader.Damaged() }
      numbers.append(number)
      last = number
    }
  }
}
