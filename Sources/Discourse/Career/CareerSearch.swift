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
  private let length: Career.Period.Length
  private var documents: [Document] = []
  /// The documents of the matches that each modifier is before.
  private var modified: [[String]: [Int]] = [:]

  /// - Parameter modifierWords: words before a match that are looked at; each run of them that ends there is a modifier.
  public init(_ query: PatternMatcher, by length: Career.Period.Length, modifierWords: Int = 2) {
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

  /// - Parameter mostModifiers: the most frequent that are told.
  public func career(mostModifiers: Int = 100) -> Career {
    let periods = periods()
    let places = documents.map { self.places($0.days, in: periods) }
    let ranked = modified.map { (words: $0, text: Modifiers.text($0), hits: $1) }.sorted {
      ($1.hits.count, $0.words.count, $0.text) < ($0.hits.count, $1.words.count, $1.text)
    }
    let undated = documents.filter { $0.days == nil }
    return Career(
      stages: stages(periods, places),
      modifiers: ranked.prefix(mostModifiers).map { modifier in
        Career.Modifier(
          text: modifier.text, words: modifier.words.count, matches: modifier.hits.count,
          stages: stages(modifier.hits, periods, places), first: appearance(modifier.hits))
      },
      matches: documents.reduce(0) { $0 + $1.matches }, words: documents.reduce(0) { $0 + $1.words },
      documents: documents.count, ranges: documents.count { $0.matches > 0 },
      first: appearance(documents.indices.filter { documents[$0].matches > 0 }),
      undated: Career.Undated(
        documents: undated.count, words: undated.reduce(0) { $0 + $1.words },
        matches: undated.reduce(0) { $0 + $1.matches }))
  }

  /// From the first day that any date names to the last.
  private func periods() -> [Career.Period] {
    let days = documents.flatMap { [$0.days?.earliest, $0.days?.latest] }.compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return [] }
    return Career.Period.periods(length, from: first, to: last)
  }

  /// The periods that a date overlaps, of periods that follow one another: one alone has the whole date. Nil where there is none.
  private func places(_ days: DayRange?, in periods: [Career.Period]) -> ClosedRange<Int>? {
    guard let days, !periods.isEmpty else { return nil }
    func place(of day: Day) -> Int {
      var (low, high) = (0, periods.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if let first = periods[middle].days.earliest, first <= day { low = middle } else { high = middle - 1 }
      }
      return low
    }
    return (days.earliest.map(place) ?? 0)...(days.latest.map(place) ?? periods.count - 1)
  }

  private func isCertain(_ document: Int, _ places: ClosedRange<Int>) -> Bool {
    guard places.count == 1, let days = documents[document].days else { return false }
    return days.earliest != nil && days.latest != nil
  }

  private func stages(_ periods: [Career.Period], _ places: [ClosedRange<Int>?]) -> [Career.Stage] {
    var members = [[(document: Int, isCertain: Bool)]](repeating: [], count: periods.count)
    for (document, places) in places.enumerated() {
      guard let places else { continue }
      for place in places { members[place].append((document, isCertain(document, places))) }
    }
    return zip(periods, members).map { period, members in
      var sums = (documents: Count.zero, words: Count.zero, matches: Count.zero)
      var possible: [Rate.Part] = []
      for (number, isCertain) in members {
        let document = documents[number]
        func count(_ number: Int) -> Count { Count(certain: isCertain ? number : 0, possible: number) }
        sums.documents = sums.documents + count(1)
        sums.words = sums.words + count(document.words)
        sums.matches = sums.matches + count(document.matches)
        if !isCertain { possible.append(Rate.Part(matches: document.matches, words: document.words)) }
      }
      let certain = Rate.Part(matches: sums.matches.certain, words: sums.words.certain)
      return Career.Stage(
        period: period, documents: sums.documents, words: sums.words, matches: sums.matches,
        perMillion: Rate(certain: certain, possible: possible))
    }
  }

  private func stages(_ hits: [Int], _ periods: [Career.Period], _ places: [ClosedRange<Int>?]) -> [Count] {
    var counts = [Count](repeating: .zero, count: periods.count)
    for document in hits {
      guard let places = places[document] else { continue }
      let isCertain = isCertain(document, places)
      for place in places { counts[place] = counts[place] + Count(certain: isCertain ? 1 : 0, possible: 1) }
    }
    return counts
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
