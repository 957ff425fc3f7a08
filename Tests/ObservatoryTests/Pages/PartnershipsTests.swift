import TestSupport
import Testing

@testable import Observatory

@Suite("The ledger of partnerships")
struct PartnershipsTests {
  private static func data(_ address: String) async throws -> [String: Any] {
    try #require(try await Visit.get(address).json() as? [String: Any])
  }

  @Test("has every partnership once, the earliest first, page by page")
  func paging() async throws {
    var (ids, next): ([String], String?) = ([], "/api/v1/partnerships")
    while let address = next {
      let page = try await Self.data(address)
      ids += try #require(page["partnerships"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      next = page["next"] as? String
    }
    let all = try Bundled.archive().query(
      "SELECT id FROM partnership ORDER BY coalesce(established_earliest, '9999'), id"
    ).rows.map { $0[0].text }
    #expect(Set(ids) == Set(all) && ids.count == all.count)
    #expect(ids.first == all.first)
  }

  /// Each filter beside a query written by hand; one of the record's dates may be anything, and so in the period.
  @Test(
    "keeps to what is asked, by an actor's identifier as by its name",
    arguments: [
      ("kind=twinning", "kind = 'twinning'"),
      (
        "within=it",
        "id IN (SELECT partnership FROM party JOIN nesting USING (actor) WHERE ancestor = 'it')"
      ),
      (
        "within=Italy&kind=twinning",
        """
        kind = 'twinning' AND id IN (SELECT partnership FROM party JOIN nesting USING (actor) WHERE ancestor = 'it')
        """
      ),
      (
        "established=2014/2017",
        """
        coalesce(established_earliest, '0') <= '2017-12-31' AND coalesce(established_latest, '9') >= '2014-01-01'
        """
      ),
    ])
  func filters(query: String, condition: String) async throws {
    let expected = try Bundled.archive().query("SELECT count(*) FROM partnership WHERE \(condition)")
    let count = try #require(
      try await Self.data("/api/v1/partnerships?\(query)")["count"] as? [String: Any])
    #expect(count["possible"] as? Int == Int(expected.rows[0][0].text))
  }

  @Test("tells what is certain from what is possible")
  func bounds() async throws {
    // Two twinnings of Italian regions and cities date from 2015; when Florence's began is not on record.
    let page = try await Visit.get("/partnerships?within=it&kind=twinning&established=2014/2017").text
    #expect(page.contains("2–3 partnerships"))
    #expect(page.matches(of: /<span class="tag">possibly<\/span>/).count == 1)
    #expect(page.contains("Emilia-Romagna – Guangdong") && page.contains("Florence – Nanjing"))
  }

  @Test("counts kinds within an actor as a query does")
  func kinds() async throws {
    let counts = try await Self.data("/api/v1/kinds?within=it")
    let rows = try Bundled.archive().query(
      """
      SELECT coalesce(kind, 'not known'), count(*) FROM partnership
      WHERE id IN (SELECT partnership FROM party JOIN nesting USING (actor) WHERE ancestor = 'it') GROUP BY kind
      """
    ).rows
    #expect(rows.count == counts.count)
    for row in rows {
      #expect(
        (counts[row[0].text] as? [String: Any])?["possible"] as? Int == Int(row[1].text), "\(row[0].text)")
    }
  }

  @Test(
    "says what is wrong with what is asked, and leaves it in the form",
    arguments: [
      ("kind=twining", 400, "twinning"), ("established=soon", 400, "EDTF"),
      ("within=Atlantis", 404, "Atlantis"),
    ])
  func faults(query: String, status: Int, word: String) async throws {
    #expect(try await Visit.get("/api/v1/partnerships?\(query)").status == status)
    let page = try await Visit.get("/partnerships?\(query)").text
    let alert = try #require(page.firstMatch(of: /role="alert"><bdi>(.+?)<\/bdi>/))
    #expect(alert.1.contains(word))
  }

  @Test("past the last page is empty, and leads back")
  func past() async throws {
    let page = try await Self.data("/api/v1/partnerships?from=9000000")
    #expect((page["partnerships"] as? [Any])?.isEmpty == true && page["next"] is String == false)
    #expect(try await Visit.get("/partnerships?from=9000000").text.contains("rel=\"prev\""))
    #expect(try await Visit.get("/partnerships?from=-1").status == 400)
  }
}
