import Foundation
import Testing

@testable import Discourse

/// `Tests/Fixtures/suggestions/expected.json`: what scikit-learn and scipy learn from a small corpus (`make_reference.py`).
private struct Reference: Decodable {
  let texts: [String]
  let has: [Bool]
  let folds: [Int]
  let cost: Double
  let features: Int
  let first: [String: Double]
  let heldOut: [Double]
  let rest: [Double]
  let precision: Double
  let recall: Double
  let f1: Double
  let falsePositives: Double
  let suggested: Double
  let share: Double
  let interval: [Double]

  static func read() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Fixtures/suggestions/expected.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Reference.self, from: Data(contentsOf: file))
  }
}

private func features(_ texts: [String], leastDocuments: Int = 2) -> DocumentFeatures {
  let builder = TermMatrixBuilder(WordRule())
  builder.add(TextBatch(texts))
  return DocumentFeatures(builder.matrix(), leastDocuments: leastDocuments)
}

@Suite("Documents as features")
struct DocumentFeaturesTests {
  @Test("weigh words as scikit-learn's TfidfVectorizer does")
  func sklearn() throws {
    let reference = try Reference.read()
    let features = features(reference.texts)
    #expect(features.count == reference.features)
    let cells = features.cells(of: 0)
    let found = Dictionary(uniqueKeysWithValues: cells.map { (features.word($0.feature), $0.weight) })
    #expect(Set(found.keys) == Set(reference.first.keys))
    for (word, weight) in reference.first { #expect(isNear(found[word] ?? .nan, weight), "\(word)") }
  }

  @Test("have nothing where a document has no word that others have")
  func empty() {
    let features = features(["a b", "a", "c", ""])
    #expect(features.count == 1)
    #expect((0..<4).map { features.cells(of: $0).map(\.weight) } == [[1], [1], [], []])
  }
}

@Suite("A classifier of one code")
struct CodeClassifierTests {
  @Test("has the probabilities, precision, recall and F1 that scikit-learn and scipy have")
  func sklearn() throws {
    let reference = try Reference.read()
    let features = features(reference.texts)
    let coded = reference.has.count
    var rule = SuggestionRule()
    rule.cost = reference.cost
    let classifier = try CodeClassifier(
      TrainingRows(features, documents: Array(0..<coded)), reference.has, rule, folds: reference.folds)
    for (ours, theirs) in zip(classifier.heldOut, reference.heldOut) {
      #expect(abs(ours - theirs) < 1e-4, "\(ours) and \(theirs)")
    }
    let rest = (coded..<reference.texts.count).map { classifier.probability(features.cells(of: $0)) }
    #expect(rest.count == reference.rest.count)
    for (ours, theirs) in zip(rest, reference.rest) {
      #expect(abs(ours - theirs) < 1e-4, "\(ours), \(theirs)")
    }
    let confusion = classifier.confusion
    #expect(isNear(confusion.precision ?? .nan, reference.precision))
    #expect(isNear(confusion.recall ?? .nan, reference.recall))
    #expect(isNear(confusion.f1 ?? .nan, reference.f1))
    #expect(isNear(confusion.falsePositiveRate ?? .nan, reference.falsePositives))

    let suggested = Share(rest.count { $0 >= 0.5 }, of: rest.count)
    #expect(isNear(suggested.value ?? .nan, reference.suggested))
    let share = try CorrectedShare(suggested, confusion, bootstrap: Bootstrap(resamples: 20_000, seed: 1))
    #expect(isNear(share.value, reference.share))
    // Of so many draws the ends vary in the third digit.
    let interval = try #require(share.interval)
    #expect(
      abs(interval.low - reference.interval[0]) < 0.02 && abs(interval.high - reference.interval[1]) < 0.02)
  }

  @Test("says which words speak for the code")
  func reasons() throws {
    let texts = (0..<20).map { "gift mask w\($0 % 3)" } + (0..<20).map { "tariff w\($0 % 3)" }
    let features = features(texts)
    let classifier = try CodeClassifier(
      features, examples: Array(0..<40), isPositive: (0..<40).map { $0 < 20 }, rule: SuggestionRule())
    #expect(classifier.confusion.f1 == 1)
    let cells = features.cells(of: 0)
    #expect(Set(classifier.reasons(cells, most: 2).map(features.word)) == ["gift", "mask"])
    #expect(
      classifier.reasons(features.cells(of: 39), most: 9).map(features.word).allSatisfy { $0 != "tariff" })
  }

  @Test("gives the same for the same seed")
  func seeded() throws {
    let reference = try Reference.read()
    let features = features(reference.texts)
    func heldOut(_ seed: UInt64) throws -> [Double] {
      var rule = SuggestionRule()
      rule.seed = seed
      return try CodeClassifier(
        features, examples: Array(reference.has.indices), isPositive: reference.has, rule: rule
      ).heldOut
    }
    #expect(try heldOut(1) == heldOut(1))
    #expect(try heldOut(1) != heldOut(2))
  }

  @Test("is none of too few examples of either kind")
  func few() throws {
    let texts = (0..<30).map { "a w\($0)" }
    for positive in [0, 9, 21, 30] {
      #expect(throws: SuggestionFault.tooFew(positive: positive, negative: 30 - positive)) {
        try CodeClassifier(
          features(texts), examples: Array(0..<30), isPositive: (0..<30).map { $0 < positive },
          rule: SuggestionRule())
      }
    }
  }

  @Test("holds out parts that have as many of each kind")
  func folds() {
    let isPositive = (0..<53).map { $0 % 4 == 0 }
    let folds = Folds.stratified(isPositive, count: 5, seed: 7)
    for fold in 0..<5 {
      #expect((2...3).contains(isPositive.indices.count { isPositive[$0] && folds[$0] == fold }))
      #expect((7...8).contains(isPositive.indices.count { !isPositive[$0] && folds[$0] == fold }))
    }
  }
}

@Suite("A corrected share")
struct CorrectedShareTests {
  private func confusion(_ tp: Int, _ fp: Int, _ fn: Int, _ tn: Int) -> Confusion {
    let cells = [(true, true, tp), (true, false, fp), (false, true, fn), (false, false, tn)]
    return Confusion(
      cells.flatMap { [Bool](repeating: $0.0, count: $0.2) },
      cells.flatMap { [Bool](repeating: $0.1, count: $0.2) })
  }

  @Test("is Rogan and Gladen's, kept within 0 and 1")
  func formula() throws {
    // Recall .8, false positives .1: (.3 − .1) / (.8 − .1) = 2/7.
    let test = confusion(80, 10, 20, 90)
    let bootstrap = Bootstrap(resamples: 500, seed: 1)
    #expect(isNear(try CorrectedShare(Share(30, of: 100), test, bootstrap: bootstrap).value, 2.0 / 7))
    #expect(try CorrectedShare(Share(5, of: 100), test, bootstrap: bootstrap).value == 0)
    #expect(try CorrectedShare(Share(90, of: 100), test, bootstrap: bootstrap).value == 1)
    // A classifier without error has the error of the documents alone.
    let interval = try #require(
      try CorrectedShare(Share(30, of: 100), confusion(50, 0, 0, 50), bootstrap: bootstrap).interval)
    #expect((0.19...0.24).contains(interval.low) && (0.36...0.41).contains(interval.high))
  }

  @Test("lies within its interval in about 95 of 100 draws of examples and documents")
  func coverage() throws {
    var generator = SplitMix64(seed: 4)
    func drawn(_ share: Double, _ count: Int) -> Int {
      (0..<count).count { _ in Double.random(in: 0..<1, using: &generator) < share }
    }
    let (recall, falsePositives, truth) = (0.7, 0.05, 0.3)
    let held = try (0..<400).count { _ in
      let (found, wrong) = (drawn(recall, 60), drawn(falsePositives, 140))
      let suggested = drawn(truth * recall + (1 - truth) * falsePositives, 300)
      let share = try CorrectedShare(
        Share(suggested, of: 300), confusion(found, wrong, 60 - found, 140 - wrong),
        bootstrap: Bootstrap(resamples: 400, seed: generator.next()))
      return share.interval.map { ($0.low...$0.high).contains(truth) } ?? false
    }
    // 95 % of 400, and four times the binomial's deviation of 4.4.
    #expect((362...398).contains(held))
  }

  @Test("is undefined where the classifier tells nothing, and of no documents")
  func undefined() throws {
    let bootstrap = Bootstrap(resamples: 100, seed: 1)
    for test in [confusion(10, 10, 90, 90), confusion(0, 0, 50, 50), confusion(5, 10, 95, 90)] {
      #expect(throws: CorrectedShareFault.noBetterThanChance) {
        try CorrectedShare(Share(1, of: 2), test, bootstrap: bootstrap)
      }
    }
    #expect(throws: CorrectedShareFault.nothing) {
      try CorrectedShare(Share(0, of: 0), confusion(8, 1, 2, 9), bootstrap: bootstrap)
    }
    #expect(confusion(0, 0, 5, 5).precision == nil && confusion(0, 0, 5, 5).f1 == 0)
    #expect(confusion(0, 0, 0, 5).recall == nil && confusion(0, 0, 0, 5).f1 == nil)
  }
}

@Suite("What most people say")
struct MajorityTests {
  @Test("is what was decided, else what most coders gave, and nothing where they are divided")
  func votes() {
    let all = Codings(
      codings(
        """
        d1 Ann +aid
        d1 Ben +masks@0-2
        d1 Cem none
        d2 Ann +aid
        d2 Ben none
        d3 Ann skip
        d4 Ann +aid
        d4 Ben none
        d5 Ann +aid
        d5 Ben +aid
        """))
    func decision(_ document: String, _ holds: Bool, _ code: String = "aid") -> Adjudication {
      Adjudication(document: document, code: code, holds: holds, by: "Dana", version: 1, at: "")
    }
    let majority = Majority(
      all,
      decisions: [decision("d4", true), decision("d5", false), decision("d6", true), decision("d7", false)])
    let aid = (1...8).map { majority.has(["aid"], "d\($0)") }
    #expect(aid == [false, nil, nil, true, false, true, false, nil])
    // With what is nested in it: two of three coders of d1; of d7 nothing is known of masks.
    #expect(majority.has(["aid", "masks"], "d1") == true && majority.has(["aid", "masks"], "d7") == nil)
    #expect(majority.documents == ["d1", "d2", "d4", "d5", "d6", "d7"])
  }
}
