import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite("The contradictions on record")
struct ContradictionTests {
  private static func answer(_ address: String) async throws -> [String: Any] {
    let seen = try await Visit.get(address)
    #expect(seen.status == 200, "\(address)")
    return try #require(try seen.json() as? [String: Any])
  }

  private static func identifiers(_ answer: [String: Any]) throws -> [String] {
    try #require(answer["contradictions"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  }

  @Test("come page by page, each once, in the order of the record")
  func paging() async throws {
    let expected = try Bundled.archive().contradictions().map(\.id)
    var seen: [String] = []
    var address: String? = "/api/v1/contradictions?limit=7"
    while let next = address {
      let answer = try await Self.answer(next)
      #expect(answer["count"] as? Int == expected.count)
      seen += try Self.identifiers(answer)
      address = (answer["next"] as? String).map {
        "/api/v1/contradictions?limit=7&after=" + Address.value($0)
      }
    }
    #expect(seen == expected)
  }

  @Test("are found by type and by words, whatever the accents")
  func search() async throws {
    for type in ["existence", "date", "level", "amount", "activity", "identity"] {
      let rows = try Bundled.archive().query(
        "SELECT id FROM contradiction WHERE type = :type", ["type": type]
      ).rows
      let answer = try await Self.answer("/api/v1/contradictions?limit=500&type=\(type)")
      #expect(Set(try Self.identifiers(answer)) == Set(rows.map { $0[0].text }))
    }
    let lodz = try await Self.answer("/api/v1/contradictions?q=masks+lodz+11700")
    #expect(try Self.identifiers(lodz) == ["flow ev-083/masks quantity"])
    #expect(try Self.identifiers(try await Self.answer("/api/v1/contradictions?q=atlantis")).isEmpty)
  }

  /// The article (mierzejewski-2021) says 12000 masks in L191 and L219, 11700 in L193.
  @Test("show who says what and where, what each policy makes of it, and what hangs on it")
  func masks() async throws {
    let text = try await Visit.get("/contradiction?id=flow%20ev-083%2Fmasks%20quantity").text
    for part in [
      "12000", "11700", "mierzejewski-2021", "L191", "L193", "L219", "undecided", "lowest", "highest",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("Settled by itself it moves"))
    #expect(text.contains("/study/sister-cities-pandemic/checks?figure=PF074"))
  }

  @Test("are a table of all that match, whichever page is shown")
  func table() async throws {
    let rows = try Spreadsheet.records(
      of: try await Visit.get("/api/v1/contradictions?format=csv&limit=1").text)
    let rivals = try Bundled.archive().contradictions().flatMap(\.rivals)
    #expect(rows.count == rivals.count)
    #expect(rows.contains { $0["value"] == "11700" && $0["sources"]?.contains("L193") == true })
  }

  @Test(
    "are refused where what is asked for is not there",
    arguments: [
      ("/contradictions?type=quarrel", 400), ("/contradictions?after=nothing", 400),
      ("/contradictions?limit=0", 400),
      ("/contradiction", 400), ("/contradiction?id=nothing", 404), ("/api/v1/contradiction?id=nothing", 404),
    ])
  func refused(address: String, status: Int) async throws {
    #expect(try await Visit.get(address).status == status)
  }

  @Test("are shown at once while they are being weighed, and that is not kept")
  func weighing() async throws {
    let site = try Visit.site()
    let first = try await Visit.get("/contradictions", at: site)
    #expect(first.status == 200 && first.text.contains("being weighed") && first.text.contains("hx-trigger"))
    #expect(first.headers[.eTag] == nil && first.headers[.cacheControl] == "no-store")
    try site.weigh()
    let second = try await Visit.get("/contradictions", at: site)
    #expect(!second.text.contains("being weighed") && second.text.contains("it moves nothing published"))
    #expect(second.headers[.eTag] != nil)
  }
}
