import Discourse
import Testing

/// Codings as lines: `document coder verdict`, where a verdict is `+code`, `+code@2-5`, `-code`, `none` or `skip`; `?` after it is unsure.
func codings(_ text: String, version: Int = 1) -> [Coding] {
  text.split(separator: "\n").enumerated().map { number, line in
    let parts = line.split(separator: " ").map(String.init)
    let word = parts[2].filter { $0 != "?" }
    let place = word.split(separator: "@").dropFirst().first?.split(separator: "-").compactMap { Int($0) }
    let passage = place.flatMap { Passage(start: $0[0], end: $0[1]) }
    let code = String(word.dropFirst().prefix { $0 != "@" })
    let verdict: Coding.Verdict =
      switch word {
      case "none": .noCode
      case "skip": .skipped
      default: word.hasPrefix("+") ? .code(code, passage) : .noLonger(code, passage)
      }
    return Coding(
      id: "c\(number)", document: parts[0], coder: parts[1], verdict: verdict, version: version,
      at: "2026-01-01T00:00:0\(number % 10).000Z", isUnsure: parts[2].hasSuffix("?"))
  }
}

struct CodingTests {
  /// What a coder's codings come to: the state, the codes that stand.
  static let histories: [(String, CodedDocument.State, [String])] = [
    ("+aid", .coded, ["aid"]),
    ("+aid +trade", .coded, ["aid", "trade"]),
    ("+aid -aid", .open, []),
    ("+aid -aid +trade", .coded, ["trade"]),
    ("+aid none", .none, []),
    ("none +aid", .coded, ["aid"]),
    ("skip", .skipped, []),
    ("+aid skip", .skipped, ["aid"]),
    ("skip +aid", .coded, ["aid"]),
    ("+aid +aid", .coded, ["aid"]),
    ("-aid", .open, []),
    ("+aid@4-6 +aid@0-2 +aid", .coded, ["aid", "aid@0-2", "aid@4-6"]),
    ("+aid@4-6 +aid -aid", .coded, ["aid@4-6"]),
  ]
  @Test(arguments: histories) func `the latest word on a code stands`(
    _ history: String, _ state: CodedDocument.State, _ codes: [String]
  ) throws {
    let lines = history.split(separator: " ").map { "d1 Ann \($0)" }.joined(separator: "\n")
    let all = Codings(codings(lines))
    let document = try #require(all.documents.first)
    #expect(all.documents.count == 1)
    #expect(document.state == state)
    #expect(
      document.given.map { coding in
        (coding.code ?? "") + (coding.passage.map { "@\($0.start)-\($0.end)" } ?? "")
      } == codes)
    // Nothing is lost: the log has what no longer stands.
    #expect(all.log.count == history.split(separator: " ").count)
  }

  @Test func `its coders are in the order of their first codings`() {
    let all = Codings(codings("d1 Ben +aid\nd1 Ann +trade\nd2 Ben none\nd2 Ann +aid"))
    #expect(all.coders == ["Ben", "Ann"])
  }

  @Test func `codings that stand are stale when the rule changed, those taken back are not`() throws {
    let book = { (definition: String) in
      try Codebook([
        Code(id: "aid", name: "Aid", rule: .init(definition: definition)), Code(id: "trade", name: "T"),
      ])
    }
    let versions = CodebookVersions([try book("gifts"), try book("gifts and loans")])
    let all = Codings(
      codings("d1 Ann +aid\nd2 Ann +aid\nd2 Ann -aid\nd3 Ann +trade")
        + codings("d4 Ann +aid", version: 2))
    #expect(all.stale(under: versions).map(\.coding.document) == ["d1"])
    #expect(all.stale(under: versions).map(\.why) == [.ruleChanged(inVersion: 2)])
  }
}

struct CodingRatingsTests {
  /// Krippendorff's α by hand: of d1 and d2 two ratings each are compared, yes–yes and yes–no; d3 is skipped by Ben, d4 open, d5 has one coder.
  private let all = Codings(
    codings(
      """
      d1 Ann +aid
      d1 Ben +aid@0-3
      d2 Ann +aid
      d2 Ben none
      d3 Ann +trade
      d3 Ben skip
      d4 Ann +aid
      d4 Ann -aid
      d4 Ben +aid
      d5 Ann +trade
      """))

  @Test func `only judgements are ratings`() {
    let ratings = all.ratings(of: ["aid"])
    #expect(ratings.units == ["d1", "d2", "d3", "d4", "d5"])
    #expect(ratings.coders == ["Ann", "Ben"])
    #expect(ratings.count == 7)
    #expect(ratings.sharedUnits == 2)
    // Coincidences: yes–yes 2, yes–no 1 and 1; D_o = 2/4, D_e = 2·3·1/(4·3) = 1/2; α = 1 − 1 = 0.
    #expect(Reliability(ratings)[.alpha]?.value == 0)
  }

  @Test func `a wave is told by its documents`() {
    #expect(all.ratings(of: ["aid"], in: ["d1"]).units == ["d1"])
  }

  @Test func `several codes of one document are a value of their own`() {
    let both = Codings(codings("d1 Ann +aid\nd1 Ann +masks\nd1 Ben +masks\nd2 Ann none"))
    let ratings = both.ratings(among: [("Aid", ["aid"]), ("Masks", ["masks"])])
    #expect(ratings.scale.categories == ["Aid + Masks", "Masks", "none"])
    let nested = both.ratings(among: [("Aid", ["aid", "masks"])])
    #expect(nested.scale.categories == ["Aid", "none"])
  }
}

struct AdjudicationTests {
  private let all = Codings(
    codings(
      """
      d1 Ann +aid
      d1 Ben +aid
      d1 Ben +trade
      d2 Ann +aid
      d2 Ben none?
      d3 Ann +aid
      d4 Ann skip
      d5 Ann +aid
      d5 Ben skip
      """))

  @Test func `what all agree on is settled, the rest is contested until it is decided`() throws {
    let settled = Settled(all)
    #expect(settled.documents.map(\.document) == ["d1", "d2", "d3", "d5"])
    #expect(settled.documents.map(\.codes) == [["aid"], [], ["aid"], ["aid"]])
    #expect(settled.documents.map(\.contested) == [["trade"], ["aid"], [], []])
    #expect(
      settled.contests.map { [$0.document, $0.code] + $0.notGivenBy } == [
        ["d1", "trade", "Ann"], ["d2", "aid", "Ben"],
      ])
    #expect(settled.contests.first?.given.map(\.coder) == ["Ben"])
  }

  @Test func `a decision settles, and a later one goes before it`() {
    func decision(_ document: String, _ code: String, _ holds: Bool) -> Adjudication {
      Adjudication(document: document, code: code, holds: holds, by: "Cem", version: 1, at: "")
    }
    let settled = Settled(
      all,
      decisions: [
        decision("d2", "aid", false), decision("d2", "aid", true), decision("d1", "trade", false),
        decision("d3", "aid", false),
      ])
    #expect(settled.documents.map(\.codes) == [["aid"], ["aid"], [], ["aid"]])
    #expect(settled.contests.isEmpty)
  }
}

struct AssignmentTests {
  private let documents = (0..<100).map { "d\($0)" }

  @Test func `each document of the overlap has several coders, the others one`() throws {
    let rule = try AssignmentRule(coders: ["A", "B", "C"], each: 2, overlap: 0.2, seed: 7)
    let assignments = rule.assign(documents)
    let coders = Dictionary(grouping: assignments, by: \.document).mapValues { $0.map(\.coder) }
    #expect(coders.count == 100)
    #expect(coders.values.count { $0.count == 2 } == 20)
    #expect(coders.values.count { $0.count == 1 } == 80)
    #expect(coders.values.allSatisfy { Set($0).count == $0.count })
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `work and pairs are shared out evenly`(_ seed: UInt64) throws {
    let rule = try AssignmentRule(coders: ["A", "B", "C", "D"], each: 2, seed: seed)
    let assignments = rule.assign(documents)
    let loads = Dictionary(grouping: assignments, by: \.coder).mapValues(\.count)
    #expect(loads.values.allSatisfy { $0 == 50 })
    let pairs = Dictionary(grouping: assignments, by: \.document).values.map { Set($0.map(\.coder)) }
    let meetings = Dictionary(grouping: pairs) { $0 }.mapValues(\.count)
    // 100 documents over six pairs: sixteen or seventeen each, and none is far from it.
    #expect(meetings.count == 6)
    #expect(meetings.values.allSatisfy { (12...21).contains($0) })
  }

  @Test func `the same seed gives the same, another one another`() throws {
    let rule = { (seed: UInt64) in try AssignmentRule(coders: ["A", "B"], each: 1, seed: seed) }
    #expect(try rule(1).assign(documents) == rule(1).assign(documents))
    #expect(try rule(1).assign(documents) != rule(2).assign(documents))
  }

  @Test func `two coders of the same documents have them in orders of their own`() throws {
    let rule = try AssignmentRule(coders: ["A", "B"], each: 2, seed: 1)
    let orders = ["A", "B"].map { coder in
      rule.assign(documents).filter { $0.coder == coder }.sorted { $0.place < $1.place }.map(\.document)
    }
    #expect(orders[0].sorted() == orders[1].sorted())
    #expect(orders[0] != orders[1])
    #expect(orders[0] != documents)
  }

  @Test func `rules that cannot be kept are refused`() {
    #expect(throws: AssignmentFault.noCoders) { try AssignmentRule(coders: [], each: 1, seed: 1) }
    #expect(throws: AssignmentFault.repeatedCoder) {
      try AssignmentRule(coders: ["A", "A"], each: 1, seed: 1)
    }
    #expect(throws: AssignmentFault.each(3, coders: 2)) {
      try AssignmentRule(coders: ["A", "B"], each: 3, seed: 1)
    }
    #expect(throws: AssignmentFault.overlap(1.5)) {
      try AssignmentRule(coders: ["A"], each: 1, overlap: 1.5, seed: 1)
    }
  }
}
