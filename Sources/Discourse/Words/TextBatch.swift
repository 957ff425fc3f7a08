import Processors

/// Texts one after the other as UTF-8: what is gone through at once, on all cores. Of more texts than memory holds, one batch is filled
/// after the other.
public struct TextBatch: Sendable {
  private var bytes: [UInt8] = []
  private var starts = [0]

  public init() {}

  /// How many texts there are.
  public var count: Int { starts.count - 1 }

  /// Whether there is enough to keep all cores busy for a while: time to go through it and begin anew.
  public var isFull: Bool { bytes.count >= 32 << 20 }

  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
  }

  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    starts.append(bytes.count)
  }

  /// Forgets the texts, and keeps the room they had.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeSubrange(1...)
  }

  /// What the work gives for each share of the texts, in their order; shares are about alike in bytes.
  func shares<Result: Sendable>(_ work: @Sendable (Share) -> Result) -> [Result] {
    // A text weighs one more than its bytes, so that no two begin at one place.
    Cores.shares(of: bytes.count + count, atLeast: 1 << 14) { range in
      let texts = first(at: range.lowerBound)..<first(at: range.upperBound)
      return bytes.withUnsafeBufferPointer { work(Share(texts: texts, starts: starts, bytes: $0)) }
    }
  }

  /// The first text that begins at a weight or after it.
  private func first(at weight: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] + middle < weight { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Some of the texts, in one thread's hands.
  struct Share {
    let texts: Range<Int>
    fileprivate let starts: [Int]
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    subscript(text: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[starts[text]..<starts[text + 1]])
    }
  }
}
