public import Archive
public import Discourse
import Processors

/// Codes that are suggested of documents that nobody coded, learned from those that people did. None of it is a coding.
public struct CodeSuggestions: Sendable {
  /// What was learned of a code, with those nested in it.
  public struct Lesson: Sendable {
    public let path: String
    public let code: String
    /// Documents that have it, that have it not, and on which as many coders say so as do not.
    public let positive: Int
    public let negative: Int
    public let divided: Int
    public let learned: Result<Learned, SuggestionFault>
  }

  public struct Learned: Sendable {
    public let confusion: Confusion
    /// The most likely first.
    public let suggestions: [Suggestion]
    public let share: Result<CorrectedShare, CorrectedShareFault>
  }

  public struct Suggestion: Sendable {
    public let document: String
    public let probability: Double
    /// The words of the document that speak most for the code.
    public let words: [String]
  }

  public let corpus: String
  public let codebook: String
  public let version: Int
  public let rule: SuggestionRule
  public let bootstrap: Bootstrap
  public let lessons: [Lesson]
  /// Documents that people coded, and those that nobody did.
  public let coded: Int
  public let rest: Int
  /// Words that were learned from.
  public let features: Int
  let notes: [String]

  /// Words that are told of a suggestion.
  private static let reasons = 5

  /// - Parameters:
  ///   - codes: by identifier, path or name; nil for all of the codebook.
  ///   - texts: documents to learn from and to suggest codes of.
  ///   - resamples: that the intervals of shares are made of.
  /// - Throws: `WorkbenchError.badOption` for a code that is not there.
  public init(
    _ desk: CodingDesk, codes: [String]? = nil, in texts: CorpusTexts, rule: SuggestionRule,
    resamples: Int = 1000, progress: Advance.Listener? = nil
  ) throws {
    (corpus, codebook, version) = (desk.corpus, desk.codebook.name, desk.codebook.versions.latest)
    self.rule = rule
    let bootstrap = Bootstrap(resamples: resamples, seed: rule.seed)
    self.bootstrap = bootstrap
    let book = try desk.current
    let asked = try codes?.map(desk.code) ?? book.codes
    let majority = try desk.majority()
    let builder = TermMatrixBuilder(WordRule())
    try texts.forEachBatch(progress: progress) { batch, _ in builder.add(batch) }
    let features = DocumentFeatures(builder.matrix())
    self.features = features.count
    notes = texts.notes

    let ids = try texts.ids(texts.documents.indices)
    let people = ids.indices.filter { majority.documents.contains(ids[$0]) }
    let rest = ids.indices.filter { !majority.documents.contains(ids[$0]) }
    (coded, self.rest) = (people.count, rest.count)
    progress?(Advance(step: .weighing, done: 0, total: asked.count))
    let examples = asked.map { code in
      Examples(people, of: Set(book.family(of: code.id).map(\.id)), ids, majority)
    }
    let classifiers = Cores.shares(of: asked.count, atLeast: 1) { some in
      some.map { examples[$0].classifier(features, rule) }
    }.flatMap(\.self)
    let likely = Self.likely(classifiers, features, rest)
    lessons = asked.indices.map { place in
      let learned = classifiers[place].map {
        Self.learned($0, likely[place], of: rest.count, features, ids, bootstrap)
      }
      let (known, asked) = (examples[place], asked[place])
      let positive = known.isPositive.count { $0 }
      return Lesson(
        path: desk.path(of: asked.id), code: asked.id, positive: positive,
        negative: known.isPositive.count - positive, divided: people.count - known.isPositive.count,
        learned: learned)
    }
  }

  private static func learned(
    _ classifier: CodeClassifier, _ likely: [(place: Int, probability: Double)], of rest: Int,
    _ features: DocumentFeatures, _ ids: [String], _ bootstrap: Bootstrap
  ) -> Learned {
    let sorted = likely.sorted { ($1.probability, $0.place) < ($0.probability, $1.place) }
    return Learned(
      confusion: classifier.confusion,
      suggestions: sorted.map { one in
        let words = classifier.reasons(features.cells(of: one.place), most: reasons)
        return Suggestion(
          document: ids[one.place], probability: one.probability, words: words.map(features.word))
      },
      share: Result { () throws(CorrectedShareFault) in
        try CorrectedShare(Share(likely.count, of: rest), classifier.confusion, bootstrap: bootstrap)
      })
  }

  /// Documents of which people said whether they have a code.
  private struct Examples: Sendable {
    var places: [Int] = []
    var isPositive: [Bool] = []

    init(_ people: [Int], of codes: Set<String>, _ ids: [String], _ majority: Majority) {
      for place in people {
        guard let has = majority.has(codes, ids[place]) else { continue }
        places.append(place)
        isPositive.append(has)
      }
    }

    func classifier(_ features: DocumentFeatures, _ rule: SuggestionRule) -> Result<
      CodeClassifier, SuggestionFault
    > {
      Result { () throws(SuggestionFault) in
        try CodeClassifier(features, examples: places, isPositive: isPositive, rule: rule)
      }
    }
  }

  /// Of each classifier the documents that are likely enough to have its code.
  private static func likely(
    _ classifiers: [Result<CodeClassifier, SuggestionFault>], _ features: DocumentFeatures, _ rest: [Int]
  ) -> [[(place: Int, probability: Double)]] {
    let parts = Cores.shares(of: rest.count, atLeast: 256) { some in
      var found = [[(place: Int, probability: Double)]](repeating: [], count: classifiers.count)
      for place in rest[some] {
        let cells = features.cells(of: place)
        for (number, classifier) in classifiers.enumerated() {
          guard case .success(let classifier) = classifier else { continue }
          let probability = classifier.probability(cells)
          if probability >= classifier.rule.threshold { found[number].append((place, probability)) }
        }
      }
      return found
    }
    return classifiers.indices.map { number in parts.flatMap { $0[number] } }
  }
}
