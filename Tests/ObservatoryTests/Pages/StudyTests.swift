import Archive
import Foundation
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("The studies")
struct StudyTests {
  /// As the README says them of the bundled evidence.
  @Test("are listed with how their published figures fared")
  func counts() async throws {
    let studies = try #require(try await Visit.get("/api/v1/studies").json() as? [[String: Any]])
    #expect(studies.count == 5)
    let counts = studies.compactMap { $0["counts"] as? [String: Int] }
    let sums = CheckStatus.words.map { word in counts.compactMap { $0[word] }.reduce(0, +) }
    #expect(sums == [119, 32, 24, 158, 137])
  }

  /// The survey (kaminski-2019) prints in Table 8 a total of 48, of which Italy 20. Which cells some starts stand in is not legible, so that
  /// the record leaves a range.
  @Test("show Table 8 of the survey beside what the record comes to")
  func table8() async throws {
    let address = "/api/v1/studies/eu-china-regions/tables/starts-2014-2017"
    let rows = try Spreadsheet.records(of: try await Visit.get(address + "?format=csv").text)
    let total = try #require(rows.first { $0["part"] == "grand total" })
    #expect(total["certain"] == "48" && total["possible"] == "48")
    let italy = try #require(rows.first { $0["part"] == "column total" && $0["column"] == "Italy" })
    let bounds = try #require(Int(italy["certain"] ?? ""))...#require(Int(italy["possible"] ?? ""))
    #expect(bounds.contains(20) && bounds.count > 1 && italy["published"] == "20")
    let page = try await Visit.get("/study/eu-china-regions/table/starts-2014-2017").text
    #expect(
      page.contains("Table 8") && page.contains("Chongqing")
        && page.contains("/source/kaminski-2019?statement="))
  }

  @Test("give the tables that the report gives", arguments: ["starts-2014-2017", "provinces", "coverage"])
  func sameAsReport(table: String) async throws {
    let home = try Project.home()
    let study = try StudyShelf(home.studies).study("eu-china-regions")
    let outcome = try StudyOutcome(study, over: Bundled.archive(), home: home)
    let result = try #require(outcome.tables.first { $0.table.id == table }).result
    let seen = try await Visit.get("/api/v1/studies/eu-china-regions/tables/\(table)?format=csv")
    #expect(seen.text == CrossTableCSV.grid(result).csv)
  }

  @Test("list published figures a page at a time, each once")
  func paging() async throws {
    var found: [String] = []
    var address: String? = "/study/eu-china-regions/checks"
    while let next = address {
      let text = try await Visit.get(next).text
      #expect(text.utf8.count < 300_000)
      found += text.matches(of: /<article class="check" id="([^"]+)">/).map { String($0.1) }
      address = text.firstMatch(of: /<a href="([^"]+)" rel="next">/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
    }
    let study = try StudyShelf(Project.home().studies).study("eu-china-regions")
    #expect(found == study.checks.flatMap(\.figures).map(\.id))
  }

  /// Documentation/Methods.md and the report: 11 if Suzhou lies in Zhejiang, 12 if in Jiangsu.
  @Test("say how far a figure depends on what is contested")
  func range() async throws {
    let text = try await Visit.get("/study/eu-china-regions/checks?figure=PF351").text
    #expect(text.contains("range") && text.contains("11–12"))
  }

  @Test(
    "are refused where what is asked for is not there",
    arguments: [
      ("/study/nothing", 404), ("/study/eu-china-regions/table/nothing", 404),
      ("/study/eu-china-regions/checks?status=good", 400),
      ("/study/eu-china-regions/checks?figure=nothing", 404),
      ("/study/eu-china-regions/checks?after=nothing", 400),
      ("/study/eu-china-regions/figure/nothing/svg", 404),
      ("/api/v1/studies/nothing", 404), ("/api/v1/studies/eu-china-regions/figures/nothing", 404),
    ])
  func refused(address: String, status: Int) async throws {
    #expect(try await Visit.get(address).status == status)
  }

  @Test("are left out where the archive has none of their documents among its sources")
  func elsewhere() async throws {
    let site = try Visit.site(ArchiveStore.inMemory())
    #expect(try await Visit.get("/studies", at: site).text.contains("No study is of a document"))
    #expect(try await Visit.get("/", at: site).text.contains("id=\"fares\"") == false)
    #expect(try await Visit.get("/api/v1/studies", at: site).json() as? [String] == [])
    #expect(try await Visit.get("/study/eu-china-regions", at: site).status == 404)
  }
}
