import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite("The sources")
struct SourceTests {
  @Test("have shares that add up to the whole record")
  func shares() async throws {
    let answer = try #require(try await Visit.get("/api/v1/sources?limit=1000").json() as? [String: Any])
    let sources = try #require(answer["sources"] as? [[String: Any]])
    #expect(answer["count"] as? Int == sources.count && answer["next"] is NSNull)
    let rows = try Bundled.archive().query(
      "SELECT source, count(*), count(DISTINCT kind || entity) FROM live_statement GROUP BY source"
    ).rows
    for row in rows {
      let source = try #require(sources.first { $0["id"] as? String == row[0].text })
      #expect(source["statements"] as? Int == Int(row[1].number ?? -1))
      #expect(source["entities"] as? Int == Int(row[2].number ?? -1))
    }
    let shares = sources.compactMap { $0["share"] as? Double }.reduce(0, +)
    #expect(abs(shares - 100) < 0.5)
  }

  @Test("list all their statements, page by page, in the order of the log")
  func statements() async throws {
    var seen: [String] = []
    var address: String? = "/api/v1/sources/mierzejewski-2021"
    while let next = address {
      let answer = try #require(try await Visit.get(next).json() as? [String: Any])
      seen += try #require(answer["statements"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      address = (answer["next"] as? Int).map { "/api/v1/sources/mierzejewski-2021?after=\($0)" }
    }
    let rows = try Bundled.archive().query(
      "SELECT id FROM live_statement WHERE source = 'mierzejewski-2021' ORDER BY seq"
    ).rows
    #expect(seen == rows.map { $0[0].text })
  }

  /// L193 of the article gives 11700 masks.
  @Test("begin with the statement that a link leads to")
  func begin() async throws {
    let text = try await Visit.get("/source/mierzejewski-2021?statement=s-qaj7dh47erbf").text
    let first = try #require(text.firstMatch(of: /<ul class="statements">\s*<li id="([^"]+)">/))
    #expect(String(first.1) == "s-qaj7dh47erbf")
    #expect(text.contains("L193") && text.contains("11700"))
  }

  @Test("say whether they are a census, and of how many")
  func census() async throws {
    let survey = try await Visit.get("/source/kaminski-2019").text
    #expect(survey.contains("counts 135 partnerships"))
    #expect(try await Visit.get("/source/time-2020").text.contains("not known to be absent"))
  }

  @Test(
    "are refused where what is asked for is not there",
    arguments: [
      ("/source/nothing", 404), ("/source/boni-2023?kind=rumour", 400),
      ("/source/boni-2023?after=s-nothing", 400),
      ("/source/boni-2023?statement=s-qaj7dh47erbf", 400), ("/api/v1/sources/nothing", 404),
    ])
  func refused(address: String, status: Int) async throws {
    #expect(try await Visit.get(address).status == status)
  }
}
