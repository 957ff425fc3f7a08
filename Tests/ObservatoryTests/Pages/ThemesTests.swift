import Archive
import Discourse
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Themes of a corpus")
struct ThemesTests {
  private static func themes(_ address: String, at site: Site? = nil) async throws -> [String: Any] {
    let data = try #require(
      try await Visit.get("/api/v1/corpora/news/themes" + address, at: site).json() as? [String: Any])
    return data
  }

  /// In `SampleTexts`: Trade is agreed on for d1 and decided for d4; on d5 Ann says Trade, Ben Aid; d7 is Masks, within Aid; d6 and d8 are nothing.
  @Test("are shares of what is coded, with what coders disagree on as a bound")
  func shares() async throws {
    let all = try await Self.themes("?by=none")
    let rows = try #require(all["themes"] as? [[String: Any]])
    let figures = rows.map { row -> [Int] in
      let share = row["all"] as? [String: Any] ?? [:]
      return ["certain", "possible", "of"].map { share[$0] as? Int ?? -1 }
    }
    #expect(rows.map { $0["theme"] as? String } == ["Aid", "Trade"] && figures == [[1, 2, 6], [2, 3, 6]])
    #expect(all["uncoded"] as? Int == 6)
    let page = try await Visit.get("/corpora/news/themes?by=none").text
    #expect(page.contains("2 … 3") && page.contains("33.3 % … 50.0 %"))
  }

  @Test("are by year, and compared with the year before, as the command does")
  func years() async throws {
    let desk = try CodingDesk(SampleTexts.archive(), corpus: "news")
    let same = try ThemeReport(desk, ThemeQuestion())
    for (table, grid) in [
      ("shares", ThemeReportText.shares(same)), ("comparisons", ThemeReportText.comparisons(same)),
    ] {
      let csv = try await Visit.get("/api/v1/corpora/news/themes?table=\(table)&format=csv").text
      #expect(csv == grid.csv && grid.rows.count > 3)
    }
  }

  @Test("are compared between two parts that are chosen")
  func pair() async throws {
    let found = try await Self.themes("?by=outlet&compare=Courier,Herald")
    let comparisons = try #require(found["comparisons"] as? [[String: Any]])
    #expect(comparisons.map { $0["before"] as? String } == ["Courier", "Courier"])
    #expect(
      try await Visit.get("/corpora/news/themes?by=outlet&compare=Courier,Nobody").text.contains(
        "role=\"alert\""))
    #expect(try await Visit.get("/api/v1/corpora/news/themes?codes=war").status == 400)
    #expect(try await Visit.get("/api/v1/corpora/news/themes?by=week").status == 400)
  }

  @Test("do not tell what was found in documents that somebody still has to code")
  func unfinished() async throws {
    let archive = try SampleTexts.archive().copy()
    let rule = try AssignmentRule(coders: ["Ann", "Ben", "Cem"], each: 3, seed: 1)
    _ = try archive.assign(nil, of: "news", codebook: "themes", by: rule, at: SampleTexts.at)
    let site = try Visit.site(archive)
    // Cem has coded nothing yet: d4 alone was decided.
    let found = try await Self.themes("?by=none", at: site)
    let trade = try #require((found["themes"] as? [[String: Any]])?.last?["all"] as? [String: Any])
    #expect(trade["of"] as? Int == 1 && found["unfinished"] as? Int == 5)
    #expect(try await Visit.get("/corpora/news/themes", at: site).text.contains("Still being coded"))
  }

  @Test("of a corpus that nobody coded say how coding begins")
  func uncoded() async throws {
    let archive = try Bundled.copy()
    try SampleTexts.fill(archive)
    let page = try await Visit.get("/corpora/news/themes", at: Visit.site(archive))
    #expect(page.status == 200 && page.text.contains("entente code assign news"))
    #expect(try await Visit.get("/api/v1/corpora/news/themes", at: Visit.site(archive)).status == 404)
  }
}
