import Archive
import Discourse
import TestSupport
import Testing
import Workbench

@Suite("Coding a corpus") struct CodingTests {
  private let folder: ScratchFolder
  private let desk: CodingDesk

  init() throws {
    folder = try ScratchFolder()
    desk = try CodingDesk(CodedCorpus.archive(), corpus: "news")
  }

  @Test("A codebook comes back from CSV and from .qdc as it was")
  func codebooks() throws {
    let book = try Codebook([
      Code(
        id: "a", name: "=Aid",
        rule: .init(definition: "- first; \"x\", y\nsecond", rules: ["- one", "two"], examples: ["“é”"])),
      Code(id: "b", parent: "a", name: "口罩😀", isGiven: false, color: "#ABCDEF"),
    ])
    let csv = try folder.write(CodebookFile.csv(book), to: "book.csv")
    #expect(try CodebookFile.read(csv).codebook == book)
    try CodebookFile.write(book, to: folder.path + "/book.qdc")
    let qdc = try CodebookFile.read(folder.path + "/book.qdc").codebook
    #expect(qdc.codes.map(\.name) == book.codes.map(\.name))
    #expect(qdc.codes.map(\.rule) == book.codes.map(\.rule))
    #expect(qdc.codes[1].parent == qdc.codes[0].id)
  }

  static let faulty: [(String, String)] = [
    ("id,label\na,A\n", "book.csv:1: there is no column 'name'"),
    ("id,name,colour\na,A,x\n", "book.csv:1: column 'colour'"),
    ("id,name,given\na,A,maybe\n", "book.csv:2: column 'given': found 'maybe', expected yes or no"),
    ("id,name\na,A\na,B\n", "book.csv: two codes have the identifier 'a'"),
    ("id,name,parent\na,A,b\n", "book.csv: the code 'a' is nested in 'b', which is not in the codebook"),
    ("<CodeBook><Codes><Code name='x'/></Codes></CodeBook>", "book.csv: <Code> has no guid"),
    ("<!DOCTYPE a><CodeBook/>", "book.csv: the XML cannot be read: it has a document type declaration"),
  ]
  @Test("A file that is no codebook is refused with the place", arguments: faulty)
  func faults(_ text: String, _ message: String) throws {
    let path = try folder.write(text, to: "book.csv")
    do {
      _ = try CodebookFile.read(path)
      Issue.record("read")
    } catch WorkbenchError.table(let error) {
      #expect("\(error.place): \(error.message)".hasPrefix(message))
    }
  }

  @Test("Codings that are listed come in again as the same ones")
  func tables() throws {
    let table = try CodingTable(desk, isWhole: true)
    let path = try folder.write(table.grid.csv, to: "codings.csv")
    let read = try CodingFile(desk, at: CodedCorpus.at).codings(path)
    #expect(read == CodedCorpus.log)
    #expect(try CodingTable(desk).grid.rows.count == 9)
    #expect(try CodingTable(desk, coder: "Ben").grid.rows.allSatisfy { $0[1] == "Ben" })
  }

  @Test("Codings are stale where their rule changed since, and say so")
  func stale() throws {
    let rows = try CodingTable(desk).grid.rows
    // Rules of aid changed in version 2; codings 9 of aid and 1 of masks are of version 1.
    #expect(
      rows.filter { !$0[10].isEmpty }.map { [$0[12], $0[10]] } == [["9", "rule changed in version 2"]])
  }

  @Test(
    "A row that is no coding is refused with file, row and column",
    arguments: [
      ("document,coder,code\nd1,Ann,war\n", "column 'code': found 'war', expected a code of 'themes'"),
      ("document,coder,code\nd1,,aid\n", "column 'coder': found '', expected a coder"),
      ("document,coder,code,start\nd1,Ann,aid,3\n", "column 'start': found '3', expected a start and an end"),
      ("document,coder,code,start,end\nd1,Ann,aid,3,2\n", "column 'end': found '2', expected 3 or more"),
      (
        "document,coder,code,unsure\nd1,Ann,aid,perhaps\n",
        "column 'unsure': found 'perhaps', expected yes or no"
      ),
      ("document,coder,code,at\nd1,Ann,aid,noon\n", "column 'at': found 'noon', expected a moment"),
      ("document,coder,verdict\nd1,Ann,guess\n", "column 'verdict': found 'guess'"),
    ])
  func codingFaults(_ text: String, _ message: String) throws {
    let path = try folder.write(text, to: "codings.csv")
    do {
      _ = try CodingFile(desk, at: CodedCorpus.at).codings(path)
      Issue.record("read")
    } catch WorkbenchError.table(let error) {
      #expect(error.place == "codings.csv:2" && error.message.hasPrefix(message), "\(error)")
    }
  }

  @Test("What is contested is listed, and decided by the same table")
  func adjudication() throws {
    // d1: Ann gave masks and aid, Ben aid alone; d2 was decided.
    let contests = try ContestTable(desk).grid
    #expect(contests.rows.map { Array($0.prefix(5)) } == [["d1", "masks", "Aid / 口罩", "Ann", "Ben"]])
    let filled = contests.csv.replacing("why & how,,", with: "why & how,no,not there")
    let path = try folder.write(filled, to: "contests.csv")
    let decisions = try CodingFile(desk, at: CodedCorpus.at).decisions(path, by: "Dana")
    #expect(decisions.map(\.holds) == [false] && decisions.map(\.reason) == ["not there"])
    try desk.archive.record(decisions, of: "news", codebook: "themes", at: CodedCorpus.at)
    #expect(try ContestTable(desk).grid.rows.isEmpty)
  }

  @Test("Reliability is of judgements: by code, and on the themes")
  func reliability() throws {
    // Judged by both: d1, d2, d4. Trade: d1 no–no, d2 no–yes, d4 no–no.
    let trade = try CodingReliability.ratings(desk, code: "Trade", isNested: false, wave: nil)
    #expect(trade.sharedUnits == 3 && trade.count == 7)
    // By hand: n = 6, five no and one yes; D_o = 2/6, D_e = 2·5·1/(6·5) = 1/3; α = 0.
    #expect(abs(try #require(Reliability(trade)[.alpha]?.value)) < 1e-12)
    let masks = try CodingReliability.ratings(desk, code: "masks", isNested: false, wave: nil)
    let nested = try CodingReliability.ratings(desk, code: "aid", isNested: true, wave: nil)
    #expect(Reliability(masks).disagreements.kinds.count == 1)
    #expect(Reliability(nested).disagreements.kinds.isEmpty)
    let themes = try CodingReliability.ratings(desk, wave: nil)
    #expect(themes.scale.categories == ["Aid", "Trade", "none"])
    #expect(throws: WorkbenchError.self) { try CodingReliability.ratings(desk, wave: 1) }
    #expect(try CodingReliability.each(desk, wave: nil, bootstrap: nil).map(\.times) == [3, 1, 1])
  }

  /// By hand. d1, d2 and d4 are judged by both, of 14, 8 and 6 code points: mL = 56. Aid: the 4th code point, and all of d1; masks: five of d1
  /// and nothing; trade: two of d2 and nothing. So of aid D_o = 2·(3² + 10²)/(2·28²), D_e = 2/28·(4914/3 + 41)/(56·55 − 14·13).
  @Test("Reliability is of passages, too, in the texts that all have judged")
  func passages() throws {
    let codes = try CodingReliability.each(desk, wave: nil, bootstrap: nil)
    let byHand = [
      1 - (218.0 / 1568) / (2.0 / 28 * 1679 / 2898), 1 - (50.0 / 1568) / (2.0 / 28 * 675 / 3060),
      1 - (8.0 / 1568) / (2.0 / 28 * 192 / 3078),
    ]
    for (code, expected) in zip(codes, byHand) {
      #expect(abs(try #require(code.passages?.value) - expected) < 1e-12, "\(code.path)")
    }
    let grid = CodingReliabilityText.grid(codes)
    #expect(grid.header.last == "α of passages")
    #expect(grid.rows.map { $0.last ?? "" } == ["−2.360", "−1.024", "−.145"])
  }

  @Test("Themes are counted by year, with what is vague in the whole alone")
  func themes() throws {
    let report = try ThemeReport(desk, ThemeQuestion())
    #expect(report.table.themes == ["Aid", "Trade"])
    #expect(report.table.parts == ["2019", "2020"])
    // 2019: d1 has aid, d2 trade by decision; 2020: d3 aid; d4 is of 2019 or 2020.
    #expect(report.table.cell(0, 0).certain == Share(1, of: 2))
    #expect(report.table.cell(0, 1).certain == Share(1, of: 2))
    #expect(report.table.cell(1, 0).certain == Share(1, of: 1))
    #expect(report.table.total(0).certain == Share(2, of: 4))
    #expect(report.table.elsewhere == 1 && report.uncoded == 0)
    #expect(report.comparisons.map(\.theme) == ["Aid", "Trade"])
    let masks = try ThemeReport(desk, ThemeQuestion(part: .outlet, codes: ["masks"], pair: ("ANSA", "新华社")))
    #expect(masks.table.total(0).certain.count == 0 && masks.table.total(0).possible.count == 1)
    #expect(masks.comparisons.count == 1)
    #expect(throws: WorkbenchError.self) { try ThemeReport(desk, ThemeQuestion(unit: .cluster)) }
    #expect(throws: WorkbenchError.self) { try ThemeReport(desk, ThemeQuestion(pair: ("2019", "2031"))) }
    #expect(throws: WorkbenchError.self) { try ThemeReport(desk, ThemeQuestion(codes: ["war"])) }
  }
}
