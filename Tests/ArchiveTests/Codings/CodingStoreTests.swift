import Archive
import Discourse
import GRDB
import Testing

@Suite("Codebooks and codings in the archive") struct CodingStoreTests {
  private static let at = "2026-01-31T12:00:00.000Z"
  private let archive: ArchiveStore
  private let first: Codebook
  private let second: Codebook

  /// Two documents, of 8 and 3 code points; a codebook of two versions.
  init() throws {
    archive = try ArchiveStore.inMemory()
    var documents: [Document]? = [
      Document(place: "a:1", id: "d1", text: "中😀国 text"), Document(place: "a:2", id: "d2", text: "two"),
    ]
    _ = try archive.fill(corpus: "news", from: "a", mapping: "{}", isMuch: false, at: Self.at) {
      defer { documents = nil }
      return documents
    }
    first = try Codebook([
      Code(id: "aid", name: "Aid", rule: .init(definition: "gifts", rules: ["R"], examples: ["“é”"])),
      Code(id: "masks", parent: "aid", name: "口罩", isGiven: false, color: "#112233"),
    ])
    second = try Codebook([Code(id: "aid", name: "Aid")])
    for book in [first, second] { _ = try archive.keep(book, as: "themes", note: "why", at: Self.at) }
  }

  private func coding(
    _ id: String, _ verdict: Coding.Verdict, document: String = "d1", version: Int = 1, memo: String = ""
  ) -> Coding {
    Coding(
      id: id, document: document, coder: "Ann", verdict: verdict, version: version,
      at: "2026-01-01T00:00:00Z",
      isUnsure: true, memo: memo)
  }

  private func record(_ codings: [Coding]) throws -> CodingReceipt {
    try archive.record(codings, of: "news", codebook: "themes", at: Self.at)
  }

  @Test("A codebook whose rules are damaged is refused, not read as one without rules")
  func damaged() throws {
    let triggers = try archive.query(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'code'"
    ).rows.map { "DROP TRIGGER \"\($0[0].text)\";" }.joined()
    // JSON, but no list of texts.
    try archive.force(triggers + "UPDATE code SET rules = '{\"a\": 1}' WHERE id = 'aid' AND version = 1")
    #expect {
      try archive.codebook("themes")
    } throws: { error in
      guard case ArchiveError.storage(_, let reason) = error else { return false }
      return reason.hasPrefix("the file is damaged")
    }
  }

  @Test("A codebook comes back version by version, and what is said again is no version")
  func versions() throws {
    #expect(try archive.codebook("themes").versions.versions == [first, second])
    #expect(try archive.keep(second, as: "themes", at: Self.at) == (2, false))
    // What an earlier version said can be said again.
    #expect(try archive.keep(first, as: "themes", at: Self.at) == (3, true))
    #expect(try archive.codebook("themes").imprints.map(\.note) == ["why", "why", ""])
    #expect(throws: ArchiveError.unknownCodebook("x", known: ["themes"])) { try archive.codebook("x") }
  }

  @Test("Codings come back as they were made, in their order, and once")
  func codings() throws {
    let log = [
      coding("1", .code("aid", Passage(start: 1, end: 2))),
      coding("2", .code("masks", nil), memo: "é\n“why”"),
      coding("3", .noLonger("masks", nil)), coding("4", .noCode, document: "d2", version: 2),
      coding("5", .skipped, document: "d2", version: 2), coding("6", .code("aid", Passage(start: 8, end: 8))),
    ]
    #expect(try record(log).added == 6)
    #expect(try archive.codings(of: "news", codebook: "themes").log == log)
    let again = try record(log)
    #expect(again.added == 0 && again.known == 6)
    #expect(try archive.codings(of: "news", codebook: "themes").log == log)
    #expect(try archive.codebooks(of: "news") == ["themes"])
    #expect(try archive.check(isDeep: true).isEmpty)
  }

  @Test("What cannot be is refused, and then nothing of what came with it stays")
  func refused() throws {
    let good = coding("1", .code("aid", nil))
    let cases: [(Coding, ArchiveError)] = [
      (coding("2", .noCode, document: "d9"), .unknownDocument(id: "d9", corpus: "news")),
      (coding("2", .code("masks", nil), version: 2), .unknownCode("masks", codebook: "themes", version: 2)),
      (coding("2", .noCode, version: 3), .unknownCode("", codebook: "themes", version: 3)),
      (
        coding("2", .code("aid", Passage(start: 0, end: 9))),
        .passageBeyond(document: "d1", end: 9, length: 8)
      ),
      (coding("1", .noCode), .codingDiffers(id: "1")),
    ]
    for (bad, error) in cases {
      #expect(throws: error) { try record([good, bad]) }
      #expect(try archive.codings(of: "news", codebook: "themes").log.isEmpty)
    }
  }

  @Test(
    "Nothing of it is ever changed or deleted",
    arguments: ["codebook", "codebook_version", "code", "wave", "assignment", "coding", "adjudication"])
  func appendOnly(_ table: String) throws {
    _ = try record([coding("1", .code("aid", nil))])
    try archive.record(
      [Adjudication(document: "d1", code: "aid", holds: true, by: "Dana", version: 1, at: Self.at)],
      of: "news",
      codebook: "themes", at: Self.at)
    let rule = try AssignmentRule(coders: ["Ann"], each: 1, seed: 1)
    _ = try archive.assign(nil, of: "news", codebook: "themes", by: rule, at: Self.at)
    let before = try archive.rows("SELECT * FROM \(table)")
    #expect(!before.isEmpty)
    let column = try archive.rows("SELECT name FROM pragma_table_info('\(table)') LIMIT 1")[0][0]
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      let error = #expect(throws: DatabaseError.self) { try archive.force(sql) }
      #expect(error?.message?.contains("only added to") == true)
    }
    #expect(try archive.rows("SELECT * FROM \(table)") == before)
  }

  @Test("Decisions come back in their order")
  func decisions() throws {
    let made = [true, false].map {
      Adjudication(
        document: "d1", code: "aid", holds: $0, by: "Dana", version: 2, at: Self.at, reason: "seen")
    }
    try archive.record(made, of: "news", codebook: "themes", at: Self.at)
    #expect(try archive.decisions(of: "news", codebook: "themes") == made)
  }

  @Test("A wave takes documents that are in none yet, and the next one what is left")
  func waves() throws {
    let rule = try AssignmentRule(coders: ["Ann", "Ben"], each: 2, seed: 1)
    let one = try archive.assign(1, of: "news", codebook: "themes", by: rule, at: Self.at)
    let two = try archive.assign(5, of: "news", codebook: "themes", by: rule, at: Self.at)
    #expect(one?.documents.count == 1 && two?.documents.count == 1)
    #expect((one?.documents ?? []).union(two?.documents ?? []) == ["d1", "d2"])
    #expect(try archive.assign(nil, of: "news", codebook: "themes", by: rule, at: Self.at) == nil)
    let kept = try archive.waves(of: "news")
    #expect(kept.map(\.number) == [1, 2])
    #expect(kept.map(\.documents) == [one?.documents, two?.documents])
    #expect(kept[0].coders == ["Ann", "Ben"] && kept[0].seed == 1)
  }

  @Test("Changes that are made together are kept together, or not at all")
  func together() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try archive.together {
        _ = try record([coding("1", .noCode)])
        _ = try archive.keep(first, as: "other", at: Self.at)
        throw Stop()
      }
    }
    #expect(try archive.codebooks() == ["themes"])
    #expect(try archive.codings(of: "news", codebook: "themes").log.isEmpty)
    try archive.together { _ = try record([coding("1", .noCode)]) }
    #expect(try archive.codings(of: "news", codebook: "themes").log.count == 1)
  }

  @Test("A document that took another's place shows that its codings are of the other")
  func replaced() throws {
    _ = try record([coding("1", .code("aid", Passage(start: 1, end: 2)))])
    var documents: [Document]? = [Document(place: "b:1", id: "d1", text: "new")]
    _ = try archive.fill(
      corpus: "news", from: "b", mapping: "{}", isMuch: false, isReplacing: true, at: Self.at
    ) {
      defer { documents = nil }
      return documents
    }
    #expect(try archive.check().map(\.rule) == ["coded-text-replaced"])
  }

  @Test("The project that a corpus came from is kept as it was, and the next one in its place")
  func projects() throws {
    #expect(try archive.project(of: "news")?.document == nil)
    for byte in [1, 2] as [UInt8] {
      try archive.keep(
        KeptProject(document: [byte, 0, 255], files: [("b", []), ("a", [byte])]), of: "news")
    }
    let kept = try #require(try archive.project(of: "news"))
    #expect(kept.document == [2, 0, 255])
    #expect(kept.files.map(\.name) == ["b", "a"] && kept.files.map(\.content) == [[], [2]])
  }
}
