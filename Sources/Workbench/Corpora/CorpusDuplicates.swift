public import Archive
import Chronology
public import Discourse

/// Near-duplicates in a corpus: looked for, and kept in the archive.
public struct CorpusDuplicates {
  public let corpus: Corpus
  public let found: Duplicates
  /// The number in the archive of each document that was looked at.
  public let numbers: [Int64]

  /// Texts whose runs are made together, on all cores; fewer where they are long.
  private static let together = 4096

  /// - Parameter progress: told how many texts were read.
  public static func find(
    in name: String, _ archive: ArchiveStore, rule: DuplicateRule, progress: Advance.Listener? = nil
  ) throws -> CorpusDuplicates {
    let corpus = try archive.corpus(name)
    var search = DuplicateSearch(rule)
    var numbers: [Int64] = []
    var (batch, days) = (TextBatch(), [Int?]())
    func take() {
      for (shingles, day) in zip(batch.shingles(rule.shingle), days) { search.add(shingles, day: day) }
      batch.clear()
      days.removeAll(keepingCapacity: true)
      progress?(Advance(step: .reading, done: numbers.count, total: corpus.documents))
    }
    try archive.eachText(of: name) { number, span, text in
      numbers.append(number)
      // A month is no day: nothing is known of it that would part two texts.
      days.append(span.flatMap { $0.0 == $0.1 ? Day($0.0)?.number : nil })
      batch.append(text)
      if batch.count == together || batch.isFull { take() }
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
