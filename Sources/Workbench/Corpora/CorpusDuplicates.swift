public import Archive
import Chronology
public import Discourse
import Processors

/// Near-duplicates in a corpus: looked for, and kept in the archive.
public struct CorpusDuplicates {
  public let corpus: Corpus
  public let found: Duplicates
  /// The number in the archive of each document that was looked at.
  public let numbers: [Int64]

  /// Texts whose runs are made together, on all cores.
  private static let block = (documents: 4096, bytes: 16 << 20)

  /// - Parameter progress: told how many texts were read.
  public static func find(
    in name: String, _ archive: ArchiveStore, rule: DuplicateRule, progress: Advance.Listener? = nil
  ) throws -> CorpusDuplicates {
    let corpus = try archive.corpus(name)
    var search = DuplicateSearch(rule)
    var numbers: [Int64] = []
    var texts = TextBlock()
    func take() {
      for (shingles, day) in zip(texts.shingles(rule.shingle), texts.days) { search.add(shingles, day: day) }
      texts.removeAll()
      progress?(Advance(step: .reading, done: numbers.count, total: corpus.documents))
    }
    try archive.eachText(of: name) { number, days, text in
      numbers.append(number)
      // A month is no day: nothing is known of it that would part two texts.
      let day = days.flatMap { $0.0 == $0.1 ? Day($0.0)?.number : nil }
      texts.add(text, day: day)
      if texts.days.count == block.documents || texts.bytes.count > block.bytes { take() }
    }
    take()
    progress?(Advance(step: .weighing, done: 0, total: 0))
    return CorpusDuplicates(corpus: corpus, found: search.find(), numbers: numbers)
  }

  public func keep(in archive: ArchiveStore, at moment: String) throws {
    try archive.keep(
      DuplicateSummary(
        rule: found.rule, documents: found.documents, exactGroups: found.exactGroups.count,
        clusters: found.clusters.count, duplicates: found.duplicates, foundAt: moment),
      clusters: found.clusters.map { $0.map { numbers[$0] } }, of: corpus.name)
  }

  /// What stricter rules would find: one threshold raised at a time.
  public var stricter: [(change: String, found: Duplicates)] {
    let rule = found.rule
    var rules: [(String, DuplicateRule)] = []
    func add(_ change: String, _ edit: (inout DuplicateRule) -> Void) {
      var stricter = rule
      edit(&stricter)
      if stricter != rule { rules.append((change, stricter)) }
    }
    for share in [0.6, 0.7, 0.8, 0.9] where share > rule.resemblance {
      add("resemblance \(share)") { $0.resemblance = share }
    }
    for share in [0.9, 1] where share > rule.containment {
      add("containment \(share)") { $0.containment = share }
    }
    for days in [3, 1, 0] where days < rule.window ?? .max {
      add("window \(days) day\(days == 1 ? "" : "s")") { $0.window = days }
    }
    return rules.compactMap { change, rule in found.narrowed(to: rule).map { (change, $0) } }
  }
}

/// Some texts, one after the other, with their days.
private struct TextBlock {
  private(set) var bytes: [UInt8] = []
  private(set) var days: [Int?] = []
  private var ends: [Int] = [0]

  mutating func add(_ text: UnsafeBufferPointer<UInt8>, day: Int?) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    days.append(day)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    ends = [0]
  }

  func shingles(_ size: Int) -> [Shingles] {
    Array(
      Cores.shares(of: days.count, atLeast: 64) { share in
        bytes.withUnsafeBufferPointer { bytes in
          share.map { Shingles(UnsafeBufferPointer(rebasing: bytes[ends[$0]..<ends[$0 + 1]]), size: size) }
        }
      }.joined())
  }
}
