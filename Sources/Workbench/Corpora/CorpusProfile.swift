public import Archive
public import Chronology
import Discourse

/// How many documents a corpus has by time, outlet and language; of copies of one text each, one, or one an outlet.
public struct CorpusProfile: Sendable {
  /// What counts once.
  public enum Unit: String, CaseIterable, Sendable {
    case document
    /// Of copies of one text the earliest alone.
    case cluster
    /// Of copies of one text the earliest of each outlet.
    case outlet
  }

  /// What the corpus is parted by.
  public enum Part: String, CaseIterable, Sendable {
    case year, month, outlet, language
  }

  public struct Row: Hashable, Sendable {
    /// Nil where it is not known.
    public let key: String?
    /// A document whose date may be of a period, and need not be, is possible there.
    public let count: Count
  }

  public let corpus: Corpus
  private var tallies: [Unit: Tally]

  /// Reads the corpus once: a million documents take seconds.
  public init(_ name: String, _ archive: ArchiveStore) throws {
    struct Voice: Hashable {
      let cluster: Int64
      let outlet: String?
    }
    corpus = try archive.corpus(name)
    let units: [Unit] = corpus.duplicates == nil ? [.document] : Unit.allCases
    var tallies = Dictionary(uniqueKeysWithValues: units.map { ($0, Tally()) })
    var voices: [Voice: DocumentOutline] = [:]
    let isSearched = corpus.duplicates != nil
    try archive.eachOutline(of: name) { outline in
      tallies[.document]?.add(outline)
      guard isSearched else { return }
      if !outline.isCopy { tallies[.cluster]?.add(outline) }
      guard let cluster = outline.cluster else {
        tallies[.outlet]?.add(outline)
        return
      }
      let voice = Voice(cluster: cluster, outlet: outline.outlet)
      if let other = voices[voice], !Self.isEarlier(outline, other) { return }
      voices[voice] = outline
    }
    for outline in voices.values { tallies[.outlet]?.add(outline) }
    self.tallies = tallies
  }

  private static func isEarlier(_ one: DocumentOutline, _ other: DocumentOutline) -> Bool {
    func place(_ outline: DocumentOutline) -> (Int, Int64) {
      (outline.days?.earliest?.number ?? .max, outline.number)
    }
    return place(one) < place(other)
  }

  /// How many outlets and languages are known of.
  public var outlets: Int { tallies[.document]?.outlets.keys.count { $0 != nil } ?? 0 }
  public var languages: [String] { tallies[.document]?.languages.keys.compactMap(\.self).sorted() ?? [] }

  /// How many count in all; nil where copies were not looked for, and only one of each is to count.
  public func total(_ unit: Unit) -> Int? { tallies[unit]?.total }

  /// Documents without a date, which are of no period; nil as `total`.
  public func undated(_ unit: Unit) -> Int? { tallies[unit]?.undated }

  /// Years and months one after the other without a gap, from the first that any date names; outlets and languages with the most documents first.
  /// Where dates are so far apart that there would be more than `Career.Period.most` periods, there are none.
  ///
  /// - Throws: `WorkbenchError.badOption` where copies were not looked for, and only one of each is to count.
  public func rows(by part: Part, counting unit: Unit) throws -> [Row] {
    guard let tally = tallies[unit] else {
      throw WorkbenchError.badOption(
        name: "--count", value: unit.rawValue,
        expected: "a corpus whose copies were looked for: entente corpus dedupe \(corpus.name)")
    }
    return switch part {
    case .outlet: Self.sorted(tally.outlets)
    case .language: Self.sorted(tally.languages)
    case .year: tally.periods(.year)
    case .month: tally.periods(.month)
    }
  }

  private static func sorted(_ counts: [String?: Int]) -> [Row] {
    counts.map { Row(key: $0, count: Count($1)) }.sorted {
      (-$0.count.certain, $0.key ?? "\u{10FFFF}") < (-$1.count.certain, $1.key ?? "\u{10FFFF}")
    }
  }
}

/// Counts of documents.
private struct Tally: Sendable {
  private(set) var total = 0
  private(set) var undated = 0
  private(set) var outlets: [String?: Int] = [:]
  private(set) var languages: [String?: Int] = [:]
  /// Documents by the first and the last month that their dates can mean, as months from year 0; nil for open ends.
  private var spans: [Span: Int] = [:]
  private var first: Day?
  private var last: Day?

  private struct Span: Hashable {
    let first: Int?
    let last: Int?
  }

  mutating func add(_ outline: DocumentOutline) {
    total += 1
    outlets[outline.outlet, default: 0] += 1
    languages[outline.language, default: 0] += 1
    guard let days = outline.days else {
      undated += 1
      return
    }
    spans[Span(first: days.earliest.map(Self.month), last: days.latest.map(Self.month)), default: 0] += 1
    let ends = [days.earliest, days.latest].compactMap(\.self)
    first = (ends + [first].compactMap(\.self)).min()
    last = (ends + [last].compactMap(\.self)).max()
  }

  func periods(_ length: Career.Period.Length) -> [CorpusProfile.Row] {
    guard let first, let last else { return [] }
    let periods = Career.Period.periods(length, from: first, to: last)
    let months = length == .year ? 12 : 1
    func place(_ month: Int) -> Int { Self.floor(month, months) - Self.floor(Self.month(first), months) }
    var certain = [Int](repeating: 0, count: periods.count)
    // Of those that may be of several: how many more there are from a period on.
    var turns = [Int](repeating: 0, count: periods.count + 1)
    for (span, count) in spans where !periods.isEmpty {
      let (start, end) = (span.first.map(place) ?? 0, span.last.map(place) ?? periods.count - 1)
      if start == end, span.first != nil, span.last != nil {
        certain[start] += count
      } else {
        turns[start] += count
        turns[end + 1] -= count
      }
    }
    var possible = 0
    return periods.indices.map { place in
      possible += turns[place]
      return CorpusProfile.Row(
        key: periods[place].name,
        count: Count(certain: certain[place], possible: certain[place] + possible))
    }
  }

  private static func month(_ day: Day) -> Int {
    let (year, month, _) = day.components
    return year * 12 + month - 1
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    Int((Double(number) / Double(divisor)).rounded(.down))
  }
}
