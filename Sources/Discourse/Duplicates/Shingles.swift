/// A text as the set of its runs of so many words, each as a number: what near-duplicates are told by (Broder 1997).
///
/// Words are without case and accent, and what stands between them does not count; Chinese goes by characters. A text shorter than a run is one
/// run. Two runs may share a number by chance, which for two texts of 400 words each happens once in 27,000 pairs.
public struct Shingles: Hashable, Sendable {
  /// Each once, in the order of the text; none is 0.
  public let hashes: [UInt32]
  /// How many words there are.
  public let words: Int
  /// Of all words in their order: the same for texts that differ in case, accents, punctuation and spacing alone.
  public let digest: UInt64

  /// - Parameters:
  ///   - text: UTF-8; bytes that are none end a word.
  ///   - size: words a run; 1 at least.
  public init(_ text: UnsafeBufferPointer<UInt8>, size: Int = 5) {
    var reader = ShingleReader(size: max(1, size), capacity: text.count / 6 + 1)
    reader.read(text)
    (hashes, words, digest) = (reader.distinct(), reader.words, reader.digest)
  }

  public init(_ text: String, size: Int = 5) {
    var text = text
    self = text.withUTF8 { Shingles($0, size: size) }
  }
}

extension TextBatch {
  /// The runs of each text.
  public func shingles(_ size: Int) -> [Shingles] {
    shares { share in share.texts.map { Shingles(share[$0], size: size) } }.flatMap(\.self)
  }
}

/// Makes runs of the words of a text.
private struct ShingleReader: FoldedWordSink {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  private let size: Int
  /// The factor to the power of the size: what the word that leaves a run weighs by then.
  private let leaving: UInt64
  /// The hashes of the last words, a ring.
  private var last: [UInt64]
  private var place = 0
  private var run: UInt64 = 0
  private var word = start
  private var hashes: [UInt32] = []
  private(set) var words = 0
  private(set) var digest = start

  init(size: Int, capacity: Int) {
    self.size = size
    leaving = (0..<size).reduce(1) { power, _ in power &* Self.factor }
    last = [UInt64](repeating: 0, count: size)
    hashes.reserveCapacity(capacity)
  }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    FoldedWords.read(text, into: &self)
    if words > 0, words < size { hashes.append(Self.mixed(run)) }
  }

  @inline(__always)
  mutating func take(_ letter: UInt32) { word = (word ^ UInt64(letter)) &* Self.prime }

  @inline(__always)
  mutating func endWord(_ span: Range<Int>, isCharacter: Bool) {
    let hash = (word ^ (word >> 32)) &* Self.factor
    word = Self.start
    words += 1
    digest = (digest ^ hash) &* Self.factor
    digest ^= digest >> 29
    run = run &* Self.factor &+ hash &- last[place] &* leaving
    last[place] = hash
    place += 1
    if place == size { place = 0 }
    if words >= size { hashes.append(Self.mixed(run)) }
  }

  /// The upper half of a product, after the upper bits have come down; 1 for 0.
  private static func mixed(_ run: UInt64) -> UInt32 {
    let mixed = (run ^ (run >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return max(1, UInt32(truncatingIfNeeded: mixed >> 32))
  }

  /// The hashes, each once: by a table with room for twice as many, in which a hash stands at its own place or the next one free.
  func distinct() -> [UInt32] {
    var size = 16
    while size < 2 * hashes.count { size *= 2 }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { table in
      table.initialize(repeating: 0)
      var distinct: [UInt32] = []
      distinct.reserveCapacity(hashes.count)
      for hash in hashes {
        var place = Int(hash) & (size - 1)
        while table[place] != 0, table[place] != hash { place = (place + 1) & (size - 1) }
        guard table[place] == 0 else { continue }
        table[place] = hash
        distinct.append(hash)
      }
      return distinct
    }
  }
}
