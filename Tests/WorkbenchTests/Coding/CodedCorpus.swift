import Archive
import Discourse
import Workbench

/// A small corpus with all that codings can be: two versions of a codebook, passages in Chinese and beside emoji, unsure, memo, taken back, no code, skipped,
/// decided.
enum CodedCorpus {
  static let at = "2026-01-31T12:00:00.000Z"
  static let texts = ["中😀国𠮷 and masks", "Trade 贸易", "e\u{301}tude\r\nsecond", "fourth"]

  static func archive() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    try fill(archive)
    let books = try [["gifts"], ["gifts", "and loans"]].map { rules in
      try Codebook([
        Code(id: "aid", name: "Aid", rule: .init(definition: "Help", rules: rules, examples: ["“x”"])),
        Code(id: "masks", parent: "aid", name: "口罩"), Code(id: "trade", name: "Trade", color: "#00FF00"),
      ])
    }
    for book in books { _ = try archive.keep(book, as: "themes", at: at) }
    _ = try archive.record(log, of: "news", codebook: "themes", at: at)
    try archive.record(
      [
        Adjudication(document: "d2", code: "trade", holds: true, by: "Dana", version: 2, at: at, reason: "清楚")
      ],
      of: "news", codebook: "themes", at: at)
    return archive
  }

  private static func fill(_ archive: ArchiveStore) throws {
    var documents: [Document]? = texts.enumerated().map { number, text in
      Document(
        place: "news.csv:\(number + 2)", id: "d\(number + 1)", text: text, title: "Title \(number) & <b>",
        date: try? .init(number < 2 ? "2019-0\(number + 1)-03" : number == 2 ? "2020-05" : "[2019,2020]"),
        outlet: number.isMultiple(of: 2) ? "ANSA" : "新华社", language: "zh", authors: ["A; B", "C"],
        extra: "{\"k\":\"v\"}")
    }
    _ = try archive.fill(corpus: "news", from: "news.csv", mapping: "{}", isMuch: false, at: at) {
      defer { documents = nil }
      return documents
    }
  }

  static let log: [Coding] = [
    coding("1", "d1", "Ann", .code("masks", Passage(start: 9, end: 14)), version: 1, memo: "why & how"),
    coding("2", "d1", "Ann", .code("aid", Passage(start: 3, end: 4)), isUnsure: true),
    coding("3", "d1", "Ben", .code("aid", nil)), coding("4", "d1", "Ben", .code("trade", nil)),
    coding("5", "d1", "Ben", .noLonger("trade", nil)), coding("6", "d2", "Ann", .noCode),
    coding("7", "d2", "Ben", .code("trade", Passage(start: 6, end: 8))), coding("8", "d3", "Ann", .skipped),
    coding("9", "d3", "Ben", .code("aid", Passage(start: 0, end: 2)), version: 1),
    coding("10", "d4", "Ann", .noCode, isUnsure: true), coding("11", "d4", "Ben", .noCode),
  ]

  private static func coding(
    _ id: String, _ document: String, _ coder: String, _ verdict: Coding.Verdict, version: Int = 2,
    isUnsure: Bool = false, memo: String = ""
  ) -> Coding {
    Coding(
      id: id, document: document, coder: coder, verdict: verdict, version: version,
      at: "2026-01-0\(version)T00:00:00Z", isUnsure: isUnsure, memo: memo)
  }
}
