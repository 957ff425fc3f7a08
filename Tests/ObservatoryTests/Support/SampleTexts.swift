import Archive
import Chronology
import Discourse
import TestSupport
import Workbench

/// A small corpus beside the bundled evidence: dispatches and their copies, Chinese and Arabic, vague dates and none, a text kept outside, an identifier
/// that is also a page, codings that agree, disagree and were decided on.
enum SampleTexts {
  static let at = "2026-01-31T12:00:00.000Z"

  private static let made = Result { try make() }

  static func archive() throws -> ArchiveStore { try made.get() }

  private static func make() throws -> ArchiveStore {
    let archive = try Bundled.copy()
    try fill(archive)
    try code(archive)
    return archive
  }

  static func fill(_ archive: ArchiveStore, isSearched: Bool = true) throws {
    var documents: [Document]? = try all()
    _ = try archive.fill(corpus: "news", from: "news.csv", mapping: "{}", isMuch: false, at: at) {
      defer { documents = nil }
      return documents
    }
    if isSearched {
      try CorpusDuplicates.find(in: "news", archive, rule: DuplicateRule()).keep(in: archive, at: at)
    }
  }

  static let dispatch = """
    China and Italy agreed on Thursday to raise their strategic partnership to a new level, officials said in Rome after two days of talks. \
    The two governments signed eleven agreements on trade, energy and science, among them one on ports. The strategic partnership between the \
    countries dates from 2004 and was renewed ten years later. Critics in parliament asked what the partners expect of each other, and for whom.
    """
  private static let changed = dispatch.replacing(
    "Critics in parliament asked what the partners expect of each other, and for whom.",
    with: "Nobody in parliament objected.")

  private typealias Row = (
    id: String, title: String?, date: String?, outlet: String?, language: String?, text: String
  )

  private static let rows: [Row] = [
    ("d1", "Italy and China renew ties", "2014-05-01", "Courier", "en", dispatch),
    ("d2", "A new level with Beijing", "2014-05-02", "Herald", "en", changed),
    ("d3", "Italy and China renew ties", "2014-05-03", "Courier", "en", dispatch),
    (
      "d4", "Steel", "2015-03", "Herald", "en",
      "The minister called China a trade partner and a rival. A trade partner, he said, is not yet a strategic partner."
    ),
    (
      "d5", "Ports", "2016", "Courier", "en",
      "Port operators welcome the strategic partnership; unions fear it. Trade grew by a tenth."
    ),
    ("d6", "中意关系", "2014-11-05", "新华社", "zh", "中国和意大利建立全面战略伙伴关系。双方重视战略伙伴关系的发展，推动务实合作。"),
    ("d7", "中波关系", "2015-06-01", "新华社", "zh", "中国和波兰的战略伙伴关系不断发展。两国元首会见记者。"),
    ("d8", "合作", "2016-02-02", "新华社", "zh", "合作伙伴关系带来机遇。😀中国愿同各国发展伙伴关系。"),
    ("d9", nil, nil, nil, "ar", "أعلنت الصين وإيطاليا عن الشراكة الاستراتيجية بين البلدين."),
    (
      "d10", "Winter talks", "2015-12/2016-02", "Herald", "en",
      "Talks went on through the winter, and no partner left the table."
    ),
    ("d11", "Licensed", "2016-05-05", "Courier", "en", "This text stays outside of the archive."),
    (
      "kwic", "Markup & more", "2016-07-07", "Herald", nil,
      "<script>alert('partner')</script> & \"a partner\" in markup.\nA second line of it."
    ),
  ]

  private static func all() throws -> [Document] {
    try rows.enumerated().map { number, row in
      Document(
        place: "news.csv:\(number + 2)", id: row.id, text: row.text, isStandOff: row.id == "d11",
        title: row.title, date: try row.date.map { try EDTF($0) }, outlet: row.outlet, language: row.language,
        under: row.id == "d6" ? "Belt & Road News" : nil,
        authors: row.id == "d1" ? ["A. Rossi", "B. Li"] : [],
        extra: row.id == "d1" ? #"{"section":"World"}"# : nil)
    }
  }

  private static func code(_ archive: ArchiveStore) throws {
    _ = try archive.keep(
      Codebook([
        Code(id: "aid", name: "Aid"), Code(id: "masks", parent: "aid", name: "Masks"),
        Code(id: "trade", name: "Trade", rule: .init(definition: "Goods, prices")),
      ]), as: "themes", at: at)
    func coding(_ document: String, _ coder: String, _ verdict: Coding.Verdict, memo: String = "") -> Coding {
      Coding(
        id: "\(document)-\(coder)-\(verdict)", document: document, coder: coder, verdict: verdict, version: 1,
        at: at, memo: memo)
    }
    _ = try archive.record(
      [
        coding("d1", "Ann", .code("trade", nil)), coding("d1", "Ben", .code("trade", nil)),
        coding("d4", "Ann", .code("trade", Passage(start: 28, end: 41)), memo: "Ann's <b>reason</b>"),
        coding("d4", "Ben", .noCode), coding("d5", "Ann", .code("trade", nil)),
        coding("d5", "Ben", .code("aid", nil), memo: "Ben's secret memo"), coding("d6", "Ann", .noCode),
        coding("d6", "Ben", .noCode), coding("d7", "Ann", .code("masks", nil)),
        coding("d7", "Ben", .code("masks", nil)), coding("d8", "Ann", .noCode), coding("d8", "Ben", .noCode),
      ], of: "news", codebook: "themes", at: at)
    try archive.record(
      [
        Adjudication(
          document: "d4", code: "trade", holds: true, by: "Dana", version: 1, at: at,
          reason: "The steel says so")
      ], of: "news", codebook: "themes", at: at)
  }
}
