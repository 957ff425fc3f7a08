import Chronology
import Discourse
import Testing

@testable import Archive

/// A document of a corpus, tersely.
private func document(
  _ id: String, _ text: String, title: String? = nil, date: String? = nil, outlet: String? = nil,
  isStandOff: Bool = false
) throws -> Document {
  Document(
    place: "n.csv:\(id)", id: id, text: text, isStandOff: isStandOff, title: title,
    date: try date.map { try EDTF($0) },
    outlet: outlet)
}

extension ArchiveStore {
  @discardableResult
  fileprivate func take(_ documents: [Document], isReplacing: Bool = false, of name: String = "news") throws
    -> CorpusReceipt
  {
    var blocks = [documents]
    return try fill(
      corpus: name, from: "n.csv", mapping: "{}", isMuch: false, isReplacing: isReplacing, at: moment()
    ) { blocks.popLast() }
  }

  fileprivate func found(_ query: String, from: String? = nil, to: String? = nil, outlet: String? = nil)
    throws
    -> [String]
  {
    let question = CorpusQuestion(try SearchQuery(query), from: from, to: to, outlet: outlet)
    return try search("news", for: question).documents.map(\.id)
  }
}

@Suite("A corpus") struct CorpusTests {
  @Test("keeps what came in, with the hash and length of each text and the days of each date")
  func kept() throws {
    let archive = try ArchiveStore.inMemory()
    let receipt = try archive.take([
      document("1", "abc", title: "T", date: "2017-03", outlet: "NYT"), document("2", "战略🙂"),
      document("3", "abc", isStandOff: true),
    ])
    #expect(receipt.added == 3 && receipt.known == 0)
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    let hash = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
    #expect(
      try archive.rows(
        "SELECT id, title, date, date_earliest, date_latest, outlet, length, text FROM document ORDER BY 1")
        == [
          ["1", "T", "2017-03", "2017-03-01", "2017-03-31", "NYT", "3", "abc"],
          ["2", "", "", "", "", "", "3", "战略🙂"], ["3", "", "", "", "", "", "3", ""],
        ])
    #expect(try archive.rows("SELECT hex(hash) FROM document WHERE id <> '2'") == [[hash], [hash]])
    let corpus = try archive.corpus("news")
    #expect(corpus.documents == 3 && corpus.withoutText == 1)
    #expect(corpus.earliest == "2017-03-01" && corpus.latest == "2017-03-31" && corpus.duplicates == nil)
    #expect(try archive.check(isDeep: true) == [])
  }

  @Test("does not change when the same comes in again")
  func again() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([document("1", "a", title: "T"), document("2", "b")])
    let before = try archive.everything()
    #expect(try archive.take([document("2", "b"), document("1", "a", title: "T")]).known == 2)
    #expect(try archive.everything() == before)
    #expect(try archive.take([]).added == 0)
    #expect(try archive.take([], of: "other").added == 0)
    #expect(try archive.everything() == before)
  }

  @Test("refuses another text, or another title, of an identifier that is in, and all that comes with it")
  func differing() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([document("1", "a", title: "T")])
    let before = try archive.everything()
    for (other, column) in [(try document("1", "b", title: "T"), "text"), (try document("1", "a"), "title")] {
      #expect(
        failure(try archive.take([document("0", "new"), other]))
          == .documentDiffers(place: "n.csv:1", id: "1", column: column))
    }
    #expect(
      failure(try archive.take([document("5", "x"), document("5", "x")]))
        == .documentRepeated(place: "n.csv:5", id: "5"))
    #expect(try archive.everything() == before)
  }

  @Test("takes another text in the place of one where that is said, and finds the new one alone")
  func replaced() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([
      document("1", "old words", title: "T", date: "2017", outlet: "A"), document("2", "others"),
    ])
    let number = try archive.rows("SELECT number FROM document WHERE id = '1'")
    let receipt = try archive.take(
      [document("1", "new words", date: "2019", outlet: "B"), document("2", "others")], isReplacing: true)
    #expect(receipt.changed == 1 && receipt.known == 1 && receipt.added == 0)
    #expect(try archive.found("old") == [] && archive.found("t") == [] && archive.found("new") == ["1"])
    #expect(try archive.found("words", outlet: "a") == [] && archive.found("words", outlet: "b") == ["1"])
    #expect(try archive.rows("SELECT number FROM document WHERE id = '1'") == number)
    #expect(try archive.corpus("news").earliest == "2019-01-01")
    #expect(try archive.check(isDeep: true) == [])
  }

  @Test("in which something was changed behind the archive's back is told by a check")
  func tampered() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([document("1", "a"), document("2", "b")])
    try archive.force("UPDATE document SET text = 'x' WHERE id = '2'")
    #expect(try archive.check(isDeep: true).map(\.rule) == ["changed-document"])
    try archive.force("DELETE FROM document WHERE id = '2'")
    #expect(try Set(archive.check().map(\.rule)) == ["miscounted-corpus", "stale-index"])
  }

  @Test("that is not there is named with those that are")
  func missing() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([document("1", "a")])
    #expect(failure(try archive.corpus("x")) == .unknownCorpus("x", known: ["news"]))
    #expect(failure(try archive.document("9", in: "news")) == .unknownDocument(id: "9", corpus: "news"))
  }

  @Test("keeps what is a copy of what, and counts with it; a text that changes is no copy any more")
  func clusters() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([
      document("1", "a word", outlet: "A"), document("2", "a word", outlet: "B"),
      document("3", "a word", outlet: "A"),
      document("4", "another word"),
    ])
    var numbers: [Int64] = []
    try archive.eachText(of: "news") { number, _, _ in numbers.append(number) }
    let summary = DuplicateSummary(
      rule: DuplicateRule(window: nil), documents: 4, exactGroups: 1, clusters: 1, duplicates: 2,
      foundAt: moment())
    try archive.keep(summary, clusters: [[numbers[1], numbers[0], numbers[2]]], of: "news")
    #expect(try archive.corpus("news").duplicates == summary)
    #expect(
      try archive.document("3", in: "news").copies == 3 && archive.document("4", in: "news").copies == 1)
    let answer = try archive.search("news", for: CorpusQuestion(try SearchQuery("word"), isCounting: true))
    #expect(answer.found == 4 && answer.distinct == 2)
    #expect(answer.outlets.map { "\($0.outlet ?? "-") \($0.documents)" } == ["A 2", "B 1", "- 1"])
    #expect(
      try archive.outlets(of: "news").map { "\($0.outlet ?? "-") \($0.documents) \($0.distinct ?? -1)" } == [
        "A 2 1", "- 1 1", "B 1 1",
      ])
    try archive.take([document("2", "changed", outlet: "B")], isReplacing: true)
    #expect(try archive.document("3", in: "news").copies == 1)
    // No text is another's copy now, and one of the four was not looked at.
    let after = try #require(try archive.corpus("news").duplicates)
    #expect((after.documents, after.clusters, after.duplicates) == (3, 0, 0))
    try archive.take([document("4", "changed, too")], isReplacing: true)
    #expect(try archive.corpus("news").duplicates?.duplicates == 0)
  }
}

@Suite("A search in a corpus") struct CorpusSearchTests {
  private static let texts = [
    ("it", "La città di Łódź: perché un partenariato strategico?"), ("zh", "中国与欧盟建立全面战略伙伴关系"),
    ("en", "The trade war and the strategic partners of the trade"), ("de", "Straße, STRASSE, Größe"),
  ]

  private func archive() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    try archive.take(try Self.texts.map { try document($0, $1) })
    return archive
  }

  @Test(
    "finds words of English, Italian and Chinese without case and accents, phrases, beginnings and their combinations",
    arguments: [
      ("CITTA", ["it"]), ("città lodz", ["it"]), ("strategic", ["en"]), ("strategic*", ["en", "it"]),
      ("strasse", ["de"]), ("\"trade war\"", ["en"]), ("\"war trade\"", []),
      ("\"the strategic par\"*", ["en"]),
      ("战略", ["zh"]), ("略伙", ["zh"]), ("伙伴战略", []), ("欧", ["zh"]), ("系", ["zh"]), ("全面 关系", ["zh"]),
      ("citta OR war", ["en", "it"]), ("strategic* NOT war", ["it"]), ("(citta OR 战略) NOT lodz", ["zh"]),
      ("trade citta", []), ("title:trade", []), ("\"", []), ("col : x*", []), ("rowid NEAR(trade war)", []),
    ])
  func found(query: String, expected: [String]) throws {
    #expect(try archive().found(query).sorted() == expected)
  }

  @Test("never fails, whatever is asked", arguments: [1, 2] as [UInt64])
  func safe(seed: UInt64) throws {
    let archive = try archive()
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "\"", "*", "(", ")", " ", "AND", "OR", "NOT", "trade", "战略", ":", "^", "-", "NEAR", "{", "'", "\0", ",",
      "é", "“", "🙂", "\u{202E}",
    ]
    for _ in 0..<400 {
      let query = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      #expect(throws: Never.self, "\(query)") { try archive.found(query) }
    }
  }

  @Test("gives those first that are most about it: a rare word weighs more, a title more than a text")
  func ranked() throws {
    let archive = try ArchiveStore.inMemory()
    let filler = String(repeating: "x ", count: 30)
    try archive.take(
      try (0..<20).map { try document("common\($0)", "word \(filler)") } + [
        document("rare", "gold \(filler)"), document("both", "word gold \(filler)"),
        document("title", filler, title: "gold word"),
      ])
    #expect(try archive.found("gold OR word").prefix(3) == ["title", "both", "rare"])
  }

  @Test("is within days and outlets: a date that may lie there counts, one that is not known does not")
  func filtered() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take([
      document("day", "a", date: "2017-03-04", outlet: "The New York Times"),
      document("year", "a", date: "2017"),
      document("open", "a", date: "2016/.."), document("late", "a", date: "2018-01-01", outlet: "人民日报"),
      document("unknown", "a"),
    ])
    #expect(try archive.found("a", from: "2017-03-01", to: "2017-03-31").sorted() == ["day", "open", "year"])
    #expect(try archive.found("a", from: "2018-01-01").sorted() == ["late", "open"])
    #expect(try archive.found("a", to: "2016-12-31") == ["open"])
    #expect(try archive.found("a", outlet: "new york times") == [])
    #expect(try archive.found("a", outlet: "the new-york TIMES") == ["day"])
    #expect(try archive.found("a", outlet: "人民日报") == ["late"] && archive.found("人民日报") == [])
  }

  @Test("looks in one corpus only, and says so when there is more than it ranks")
  func bounded() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.take((0...CorpusAnswer.mostRanked).map { try document("\($0)", "word") })
    try archive.take([document("0", "word other")], of: "others")
    let answer = try archive.search("news", for: CorpusQuestion(try SearchQuery("word"), limit: 5))
    #expect(answer.found == 5_000 && answer.isMore && answer.documents.count == 5)
    #expect(try archive.found("other") == [])
    let one = try archive.search("others", for: CorpusQuestion(try SearchQuery("word")))
    #expect(one.found == 1 && !one.isMore)
  }
}
