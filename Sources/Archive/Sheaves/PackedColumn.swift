/// A column of texts in the log's packed form (`Documentation/Schema.md`, "Packed statements"). Numbers are little-endian.
///
/// - `0` *none*: no row has a text.
/// - `1` *constant*: one text for all rows: its length, its bytes.
/// - `2` *plain*: where each row's text ends, then the bytes.
/// - `3` *coded*: the number of distinct texts, where each ends, their bytes; the width of a code in bytes; a code a row, which is the number
///   of its text, or that number of distinct texts where the row has none.
/// - `4` *numbered*: `NumberedTexts`.
enum PackedColumn {
  static func none(to bytes: inout [UInt8]) { bytes.append(0) }

  /// A text a row, most of them different: numbered where they can be, else plain.
  static func own(_ texts: some Sequence<ArraySlice<UInt8>>, rows: Int, to bytes: inout [UInt8]) {
    if let numbered = NumberedTexts(texts) {
      bytes.append(4)
      numbered.append(to: &bytes)
      return
    }
    bytes.append(2)
    var ends: [UInt32] = []
    ends.reserveCapacity(rows)
    var content: [UInt8] = []
    for text in texts {
      content += text
      ends.append(UInt32(content.count))
    }
    ends.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes += content
  }

  /// - Parameters:
  ///   - texts: the distinct texts; those that no row has are left out.
  ///   - codes: a place in `texts` a row; negative for none.
  static func coded(_ texts: [[UInt8]], _ codes: ArraySlice<Int32>, to bytes: inout [UInt8]) {
    var numbers = [Int32](repeating: -1, count: texts.count)
    var used: [Int] = []
    var hasNone = false
    for code in codes {
      if code < 0 {
        hasNone = true
      } else if numbers[Int(code)] < 0 {
        numbers[Int(code)] = Int32(used.count)
        used.append(Int(code))
      }
    }
    if used.isEmpty { return none(to: &bytes) }
    if used.count == 1, !hasNone {
      bytes.append(1)
      append(UInt32(texts[used[0]].count), to: &bytes)
      bytes += texts[used[0]]
      return
    }
    bytes.append(3)
    append(UInt32(used.count), to: &bytes)
    var end: UInt32 = 0
    for place in used {
      end += UInt32(texts[place].count)
      append(end, to: &bytes)
    }
    for place in used { bytes += texts[place] }
    switch used.count {
    case ..<0xFF: write(codes, numbers, UInt8(used.count), &bytes) { UInt8($0) }
    case ..<0xFFFF: write(codes, numbers, UInt16(used.count), &bytes) { UInt16($0) }
    default: write(codes, numbers, UInt32(used.count), &bytes) { UInt32($0) }
    }
  }

  private static func write<T: FixedWidthInteger>(
    _ codes: ArraySlice<Int32>, _ numbers: [Int32], _ none: T, _ bytes: inout [UInt8], _ narrow: (Int32) -> T
  ) {
    bytes.append(UInt8(MemoryLayout<T>.size))
    var written: [T] = []
    written.reserveCapacity(codes.count)
    for code in codes { written.append(code < 0 ? none : narrow(numbers[Int(code)])) }
    written.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
