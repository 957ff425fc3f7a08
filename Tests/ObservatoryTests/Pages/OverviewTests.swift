import Dispatch
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Observatory

@Suite("The overview")
struct OverviewTests {
  @Test("counts what SQL counts, and reaches from the first day to the last")
  func numbers() async throws {
    let row = try Bundled.archive().query(
      """
      SELECT (SELECT count(*) FROM actor), (SELECT count(*) FROM partnership), (SELECT count(*) FROM event),
        min((SELECT min(established_earliest) FROM partnership), (SELECT min(date_earliest) FROM event)),
        max((SELECT max(established_latest) FROM partnership), (SELECT max(date_latest) FROM event))
      """
    ).rows[0]
    let overview = try #require(try await Visit.get("/api/v1/overview").json() as? [String: Any])
    let counts = try #require(overview["counts"] as? [String: Int])
    #expect(
      ["actors", "partnerships", "events"].map { counts[$0].map(Double.init) } == row[0...2].map(\.number))
    #expect(overview["earliest"] as? String == row[3].text && overview["latest"] as? String == row[4].text)
  }

  /// The issue's bound for a page, 300 kB besides the chart engine.
  @Test("comes with all that it loads in less than 300 kB besides the chart engine")
  func weight() async throws {
    let page = try await Visit.get("/")
    let own = Set(page.text.matches(of: /"(\/assets\/[^"]+|\/api\/v1\/map)"/).map { String($0.1) })
    #expect(own.count { $0.hasSuffix("-world.geojson") } == 1 && own.contains("/api/v1/map"))
    var size = page.size
    for address in own where !address.hasSuffix("-vega.js") { size += try await Visit.get(address).size }
    #expect(size < 300_000, "\(size)")
  }

  @Test("is there at once, and says of what takes longer that it is being made")
  func waiting() async throws {
    let site = try Visit.site(patience: .nanoseconds(0))
    let page = try await Visit.get("/", at: site)
    #expect(page.status == 200 && page.headers[.eTag] == nil && page.headers[.cacheControl] == "no-store")
    for part in [
      "is being counted", "are being placed on the map", "being recomputed", "hx-select=\"#counts\"",
      "hx-select=\"#contests\"", "hx-select=\"#ties\"", "hx-select=\"#fares\"",
    ] {
      #expect(page.text.contains(part), "\(part)")
    }
    let studies = try await Visit.get("/studies", at: Visit.site(patience: .nanoseconds(0)))
    #expect(
      studies.status == 200 && studies.text.contains("being recomputed") && studies.headers[.eTag] == nil)
    // Asked again until it is all there: no longer than a minute.
    var last = page
    for _ in 0..<600 where last.headers[.eTag] == nil {
      try await Task.sleep(for: .milliseconds(100))
      last = try await Visit.get("/", at: site)
    }
    #expect(
      last.text.contains("data-map") && !last.text.contains("being recomputed")
        && !last.text.contains("hx-get"))
  }

  @Test("of what cannot be shown in part says so to people, and when to ask again; programs wait")
  func notReady() async throws {
    let site = try Visit.site(patience: .nanoseconds(0))
    let page = try await Visit.get("/sources", at: site)
    #expect(page.status == 503 && page.headers[.retryAfter] == "3" && page.headers[.eTag] == nil)
    #expect(
      page.headers[try #require(HTTPField.Name("Refresh"))] == "3" && page.text.contains("Not ready yet")
    )
    let picture = try await Visit.get("/map/svg", at: site)
    #expect(picture.status == 503 && picture.type == "image/svg+xml" && picture.text.contains("Being drawn"))
    #expect(picture.headers[.retryAfter] == "3" && picture.headers[.cacheControl] == "no-store")
    let data = try await Visit.get("/api/v1/map", at: site)
    #expect(data.status == 200 && data.type == "application/json" && data.headers[.eTag] != nil)
  }
}
