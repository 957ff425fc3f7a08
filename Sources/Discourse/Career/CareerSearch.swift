public import Chronology

/// Takes dated documents, and follows a query through them.
public final class CareerSearch {
  struct Document: Sendable {
    let days: DayRange?
    let words: Int
    let matches: Int
  }

  private let query: PatternMatcher
  private let modifierWords: Int
  private let length: Period.Length
  private var documents: [Document] = []
  /// The documents of the matches that each modifier is before.
  private var modified: [[String]: [Int]] = [:]

  /// - Parameter modifierWords: words before a match that are looked at; each run of them that ends there is a modifier.
  public init(_ query: PatternMatcher, by length: Period.Length, modifierWords: Int = 2) {
    (self.query, self.length, self.modifierWords) = (query, length, max(0, modifierWords))
  }

  /// - Parameter dates: of each text; nil where it has none.
  public func add(_ batch: TextBatch, dates: [DayRange?]) {
    precondition(dates.count == batch.count, "a date for each text")
    let (query, modifierWords, first) = (query, modifierWords, documents.count)
    let parts = batch.shares { share in
      let reader = QueryReader(query, WordTable())
      var (documents, modified) = ([Document](), [[String]: [Int]]())
      for text in share.texts {
        reader.read(share[text])
        documents.append(
          Document(days: dates[text], words: reader.words.count, matches: reader.hits.count))
        for hit in reader.hits {
          let words = Modifiers.words(before: hit, in: share[text], reader, most: modifierWords)
          for count in 1..<(words.count + 1) {
            modified[Array(words.prefix(count)), default: []].append(first + text)
          }
        }
      }
      return (documents, modified)
    }
    for (documents, modified) in parts {
      self.documents += documents
      self.modified.merge(modified) { $0 + $1 }
    }
  }

  public func career() -> Career {
    let dated = documents.enumerated().filter { $0.element.days != nil }
    let periods = periods()
    let stages = periods.map { stage($0, dated.map(\.element)) }
    let undated = documents.filter { $0.days == nil }
    return Career(
      stages: stages,
      modifiers: modified.map { modifier($0, $1, periods) }.sorted {
        ($1.matches, $0.words, $0.text) < ($0.matches, $1.words, $1.text)
      },
      matches: documents.reduce(0) { $0 + $1.matches }, words: documents.reduce(0) { $0 + $1.words },
      documents: documents.count, first: appearance(dated.filter { $0.element.matches > 0 }.map(\.offset)),
      undated: Career.Undated(
        documents: undated.count, words: undated.reduce(0) { $0 + $1.words },
        matches: undated.reduce(0) { $0 + $1.matches }))
  }

  /// From the first day that any date names to the last.
  private func periods() -> [Period] {
    let days = documents.flatMap { [$0.days?.earliest, $0.days?.latest] }.compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return [] }
    return Period.periods(length, from: first, to: last)
  }

  private func stage(_ period: Period, _ dated: [Document]) -> Career.Stage {
    var (documents, words, matches) = (Count.zero, Count.zero, Count.zero)
    var certain = Rate.Part(matches: 0, words: 0)
    var possible: [Rate.Part] = []
    for document in dated {
      guard let days = document.days, days.overlaps(period.days) else { continue }
      let isCertain = period.days.contains(days)
      func count(_ number: Int) -> Count { Count(certain: isCertain ? number : 0, possible: number) }
      documents = documents + count(1)
      words = words + count(document.words)
      matches = matches + count(document.matches)
      if isCertain {
        certain = Rate.Part(matches: matches.certain, words: words.certain)
      } else {
        possible.append(Rate.Part(matches: document.matches, words: document.words))
      }
    }
    return Career.Stage(
      period: period, documents: documents, words: words, matches: matches,
      perMillion: Rate(certain: certain, possible: possible))
  }

  private func modifier(_ words: [String], _ hits: [Int], _ periods: [Period]) -> Career.Modifier {
    let stages = periods.map { period in
      hits.reduce(into: Count.zero) { count, document in
        guard let days = documents[document].days, days.overlaps(period.days) else { return }
        count = count + Count(certain: period.days.contains(days) ? 1 : 0, possible: 1)
      }
    }
    return Career.Modifier(
      text: Modifiers.text(words), words: words.count, matches: hits.count, stages: stages,
      first: appearance(hits))
  }

  private func appearance(_ hits: [Int]) -> Career.Appearance? {
    let dated = hits.compactMap { hit in documents[hit].days.map { (hit, $0) } }
    guard let (document, days) = dated.min(by: { latest($0) < latest($1) }) else { return nil }
    let earliest = dated.contains { $0.1.earliest == nil } ? nil : dated.compactMap(\.1.earliest).min()
    return DayRange(earliest: earliest, latest: days.latest).map {
      Career.Appearance(days: $0, document: document)
    }
  }

  private func latest(_ dated: (Int, DayRange)) -> (Int, Int) { (dated.1.latest?.number ?? .max, dated.0) }
}
