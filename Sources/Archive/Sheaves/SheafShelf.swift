import Algorithms
import Synchronization

/// Sheaves of the log that stay unpacked, with the places of their entities in order: for a program that is asked for one statement after
/// another. The log's sheaves never change, so that what is kept holds for ever.
final class SheafShelf: Sendable {
  struct Kept: Sendable {
    let packed: PackedSheaf
    /// The hash of an entity in the upper half, its row in the lower; in order.
    private let places: [UInt64]

    init(_ packed: PackedSheaf, hashes: [UInt32]) {
      self.packed = packed
      places = hashes.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
    }

    /// The rows whose entity's hash is one of these, in order.
    func rows(where wanted: Set<UInt32>) -> [Int] {
      var rows: [Int] = []
      for hash in wanted {
        var place = places.partitioningIndex { $0 >> 32 >= hash }
        while place < places.count, places[place] >> 32 == hash {
          rows.append(Int(places[place] & 0xFFFF_FFFF))
          place += 1
        }
      }
      return rows.sorted()
    }

    /// In bytes, roughly.
    var size: Int { packed.size + places.count * 8 }
  }

  private struct Shelf {
    var kept: [Int64: Kept] = [:]
    var size = 0
    var entries: (last: Int64?, all: [SheafLog.Entry])?
  }

  private let shelf = Mutex(Shelf())
  private let limit: Int

  /// - Parameter limit: in bytes; when they are full, what is not on the shelf is unpacked each time.
  init(limit: Int) { self.limit = limit }

  /// The sheaves there are up to the last one.
  func entries(upTo last: Int64?, read: () throws -> [SheafLog.Entry]) rethrows -> [SheafLog.Entry] {
    if let known = shelf.withLock({ $0.entries }), known.last == last { return known.all }
    let all = try read()
    shelf.withLock { $0.entries = (last, all) }
    return all
  }

  /// The sheaf of that number; nil where there is no room for it.
  func sheaf(_ id: Int64, unpack: () throws -> Kept) rethrows -> Kept? {
    let (known, isFull) = shelf.withLock { ($0.kept[id], $0.size >= limit) }
    if known != nil || isFull { return known }
    let kept = try unpack()
    shelf.withLock { shelf in
      if shelf.kept.updateValue(kept, forKey: id) == nil { shelf.size += kept.size }
    }
    return kept
  }
}
