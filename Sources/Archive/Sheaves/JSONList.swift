import Diplomacy

/// A JSON array that is put together of items that are JSON already, again and again in the same memory.
final class JSONList {
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 10)
  private var count = 0

  deinit { buffer.deallocate() }

  var isEmpty: Bool { count == 0 }

  func clear() { count = 0 }

  func add(_ item: UnsafeBufferPointer<UInt8>) {
    reserve(item.count)
    buffer[count] = UInt8(ascii: count == 0 ? "[" : ",")
    count += 1
    copy(item)
  }

  /// The whole array. Valid until the list is cleared.
  func closed() -> UnsafeBufferPointer<UInt8> {
    reserve(2)
    if count == 0 {
      buffer[0] = UInt8(ascii: "[")
      count = 1
    }
    buffer[count] = UInt8(ascii: "]")
    count += 1
    return UnsafeBufferPointer(rebasing: buffer[..<count])
  }

  private func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = UnsafeMutableBufferPointer(rebasing: buffer[count..<count + bytes.count]).update(
      fromContentsOf: bytes)
    count += bytes.count
  }

  private func reserve(_ more: Int) {
    guard count + more + 4 > buffer.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: (count + more + 4) * 2)
    _ = larger.update(fromContentsOf: buffer[..<count])
    buffer.deallocate()
    buffer = larger
  }
}

extension Collection<String> {
  /// The texts as one JSON array, which SQLite's `json_each` takes apart.
  var jsonList: String { "[" + map(StatementText.quote).joined(separator: ",") + "]" }
}
