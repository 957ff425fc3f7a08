/// Texts that are bound to SQL statements again and again without being copied: their bytes stay where they are while they are bound.
///
/// Texts are added on one thread; after that they are only read.
final class TextArena: @unchecked Sendable {
  /// A text in the arena, or NULL.
  struct Reference: Sendable {
    fileprivate let start: Int32
    fileprivate let length: Int32

    static let null = Reference(start: 0, length: -1)

    var isNull: Bool { length < 0 }
  }

  private var bytes: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 1 << 16)
  private var used = 0

  deinit { bytes.deallocate() }

  func add(_ text: String?) -> Reference {
    guard var text else { return .null }
    return text.withUTF8 { utf8 in
      if used + utf8.count > bytes.count { grow(to: used + utf8.count) }
      for (index, byte) in utf8.enumerated() { bytes[used + index] = byte }
      defer { used += utf8.count }
      return Reference(start: Int32(used), length: Int32(utf8.count))
    }
  }

  /// Valid until the next text is added.
  func pointer(_ reference: Reference) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(reference.start)..<Int(reference.start + reference.length)])
  }

  private func grow(to needed: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(needed, bytes.count * 2))
    _ = larger.update(fromContentsOf: bytes[..<used])
    bytes.deallocate()
    bytes = larger
  }
}
