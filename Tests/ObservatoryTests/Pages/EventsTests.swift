import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("The ledger of events and flows")
struct EventsTests {
  private static func ids(_ query: String) async throws -> [String] {
    var ids: [String] = []
    var after = ""
    while true {
      let data = try await Visit.get("/api/v1/events?limit=40\(query)\(after)").json()
      let page = try #require(data as? [String: Any])
      ids += try #require(page["events"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      guard let next = page["next"] as? String else { return ids }
      after = "&after=" + Address.part(next).replacing("+", with: "%2B")
    }
  }

  @Test("has every event once, the latest first, page by page")
  func paging() async throws {
    let ids = try await Self.ids("")
    let all = try Bundled.archive().query(
      "SELECT id FROM event ORDER BY coalesce(date_latest, date_earliest, '') DESC, id"
    ).rows.map { $0[0].text }
    #expect(ids == all && all.count > 200)
    #expect(try await Visit.get("/api/v1/events?after=atlantis").status == 400)
  }

  /// Each filter beside a query written by hand.
  @Test(
    "keeps to what is asked",
    arguments: [
      ("&type=donation", "SELECT id FROM event WHERE type = 'donation'"),
      ("&item=masks", "SELECT event FROM flow WHERE item = 'masks'"),
      ("&item=masks&terms=sold", "SELECT event FROM flow WHERE item = 'masks' AND terms = 'sold'"),
      ("&terms=not%20known", "SELECT event FROM flow WHERE terms IS NULL"),
      ("&outcome=defective", "SELECT event FROM flow WHERE outcome = 'defective'"),
      (
        "&giver=cn-chengdu",
        "SELECT event FROM participant p JOIN nesting n ON n.actor = p.actor WHERE role IN ('donor', 'sender', 'seller') AND ancestor = 'cn-chengdu'"
      ),
      (
        "&taker=Poland",
        "SELECT event FROM participant p JOIN nesting n ON n.actor = p.actor WHERE role IN ('recipient', 'buyer') AND ancestor = 'pl'"
      ),
      (
        "&period=2020-03",
        "SELECT id FROM event WHERE coalesce(date_latest, '9') >= '2020-03-01' AND coalesce(date_earliest, '0') <= '2020-03-31'"
      ),
      ("&words=masks", "SELECT entity FROM search WHERE search MATCH 'masks*' AND kind = 'event'"),
    ])
  func filters(query: String, sql: String) async throws {
    let expected = try Bundled.archive().query("SELECT DISTINCT * FROM (\(sql))").rows.map { $0[0].text }
    #expect(!expected.isEmpty)
    #expect(try await Self.ids(query).sorted() == expected.sorted())
  }

  @Test("adds up what moved with bounds: the masks for Łódź are 11700 or 12000, and unknown is in no sum")
  func totals() async throws {
    let data = try await Visit.get("/api/v1/events/totals?giver=cn-chengdu&taker=pl-lodz").json()
    let items = try #require((data as? [String: Any])?["item"] as? [[String: Any]])
    let masks = try #require(items.first { $0["name"] as? String == "masks" })
    #expect(masks["least"] as? Double == 11700 && masks["most"] as? Double == 12000)
    let all = try await Visit.get("/api/v1/events/totals").json() as? [String: Any]
    let archive = try Bundled.archive()
    let unknown = try archive.query(
      "SELECT count(*) FROM flow WHERE quantity_lowest IS NULL AND quantity_highest IS NULL")
    let counted = (all?["item"] as? [[String: Any]] ?? []).compactMap { $0["unknown"] as? Int }.reduce(0, +)
    #expect(Double(counted) == unknown.rows[0][0].number && counted > 0)
    for by in ["item", "terms", "outcome"] {
      let flows = (all?[by] as? [[String: Any]] ?? []).compactMap { $0["certain"] as? Int }.reduce(0, +)
      #expect(Double(flows) == (try archive.query("SELECT count(*) FROM flow").rows[0][0].number), "\(by)")
    }
  }

  /// `EventTable` counts the events of a period by a rule of its own: the oracle.
  @Test("says of how many it is certain", arguments: ["2020", "2016", "2019/2021", "1990/2020-02"])
  func certainty(period: String) async throws {
    var table = EventTable(.events, rows: .all, columns: .all)
    table.happened = try Period(period)
    let total = try #require(try table.answer(from: Bundled.archive()).total?.computed)
    let data =
      try await Visit.get("/api/v1/events?limit=1&period=\(Address.part(period))").json() as? [String: Any]
    #expect(data?["certain"] as? Double == total.certain && data?["possible"] as? Double == total.possible)
  }

  @Test("keeps what cannot be read in the form to be mended")
  func wrong() async throws {
    let seen = try await Visit.get("/events?giver=Atlantis&period=2020")
    #expect(
      seen.status == 200 && seen.text.contains("role=\"alert\"") && seen.text.contains("value=\"Atlantis\""))
    #expect(try await Visit.get("/api/v1/events?giver=Atlantis").status == 404)
    #expect(try await Visit.get("/api/v1/events?period=then").status == 400)
  }
}
