/// A column of texts, most of them distinct: UTF-8, end to end.
public struct TextColumn: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Where each row's text ends in `bytes`.
  public private(set) var ends: [Int] = []

  public init() {}

  public var count: Int { ends.count }

  public func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  public subscript(row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds to the text that the next `end()` closes.
  public mutating func extend(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  public mutating func extend(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Whether something was added since the last `end()`.
  public var hasOpenText: Bool { bytes.count > ends.last ?? 0 }

  public mutating func end() { ends.append(bytes.count) }

  /// Takes back what was added since the last `end()`.
  public mutating func revert() { bytes.removeSubrange((ends.last ?? 0)...) }

  /// Takes back the last text.
  public mutating func removeLast() {
    ends.removeLast()
    revert()
  }

  /// Adds a text that begins with so many bytes of the last one.
  public mutating func append(sharing common: Int, _ rest: UnsafeRawBufferPointer) {
    let start = ends.count < 2 ? 0 : ends[ends.count - 2]
    for place in start..<start + common { bytes.append(bytes[place]) }
    bytes.append(contentsOf: rest)
    ends.append(bytes.count)
  }

  public mutating func reserve(rows: Int, bytes count: Int) {
    bytes.reserveCapacity(count)
    ends.reserveCapacity(rows)
  }

  /// Adds texts of another column.
  public mutating func append(_ other: TextColumn, _ rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let range = other.range(rows.lowerBound).lowerBound..<other.ends[rows.upperBound - 1]
    let shift = bytes.count - range.lowerBound
    bytes.append(contentsOf: other.bytes[range])
    for end in other.ends[rows] { ends.append(end + shift) }
  }

  func rows(_ rows: [Int]) -> TextColumn {
    var column = TextColumn()
    for row in rows { column.append(bytes[range(row)]) }
    return column
  }
}
