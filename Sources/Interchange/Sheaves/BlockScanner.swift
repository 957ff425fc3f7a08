import Diplomacy

/// Scans a table a block ahead of whoever reads it, on the other core.
final class BlockScanner: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let width: Int
  private let used: [Int]
  /// Only one block is made at a time.
  private var cells: [TextCodes]
  private var ahead: Background<RowBlock>?

  /// - Parameters:
  ///   - start: where the first record begins.
  ///   - width: how many fields a record should have.
  ///   - used: where the columns stand whose cells are numbered.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: (position: Int, line: Int), width: Int,
    used: [Int]
  ) {
    (self.bytes, self.delimiter, self.width, self.used) = (bytes, delimiter, width, used)
    cells = used.map { _ in TextCodes() }
    begin(start)
  }

  /// The next block, while the one after it is begun; nil at the end.
  func next() -> RowBlock? {
    guard let block = ahead?.value else { return nil }
    ahead = nil
    if let end = block.end { begin(end) }
    return block
  }

  private func begin(_ start: (position: Int, line: Int)) {
    ahead = Background { [self] in
      RowBlock(bytes, delimiter: delimiter, from: start, width: width, used: used, cells: &cells)
    }
  }
}
