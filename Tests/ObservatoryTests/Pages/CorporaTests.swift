import Archive
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Corpora")
struct CorporaTests {
  private static func data(_ address: String, at site: Site? = nil) async throws -> [String: Any] {
    try #require(try await Visit.get(address, at: site).json() as? [String: Any])
  }

  private static func counts(_ address: String) async throws -> [String: [Int]] {
    let rows = try #require(try await Self.data(address)["rows"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0["key"] as? String ?? "", [$0["certain"] as? Int ?? -1, $0["possible"] as? Int ?? -1])
      })
  }

  @Test("are listed with what there is of each")
  func list() async throws {
    let page = try await Visit.get("/corpora").text
    for part in [
      "href=\"/corpora/news\"", "2014-05-01 – 2016-12-31", "2 copies in 1 cluster", "ar, en, zh", "themes",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.firstMatch(of: /data-head="Outlets">3</) != nil)
    // Just what the command prints.
    let csv = try await Visit.get("/api/v1/corpora?format=csv").text
    #expect(csv == CorpusList.grid(try SampleTexts.archive().corpora()).csv)
  }

  @Test("of an archive without any say how they come in")
  func empty() async throws {
    let site = try Visit.site(Bundled.copy())
    let page = try await Visit.get("/corpora", at: site)
    #expect(page.status == 200 && page.text.contains("entente corpus import"))
    for address in ["/corpora/news", "/corpora/news/search?q=a", "/api/v1/corpora/news"] {
      #expect(try await Visit.get(address, at: site).status == 404, "\(address)")
    }
  }

  /// Counted by hand in `SampleTexts`: d1 to d3 are one text, of two outlets; d10 is of the winter between two years; d9 has no date.
  @Test(
    "count documents, texts, or texts of each outlet",
    arguments: [
      ("document", ["2014": [4, 4], "2015": [2, 3], "2016": [4, 5]]),
      ("cluster", ["2014": [2, 2], "2015": [2, 3], "2016": [4, 5]]),
      ("outlet", ["2014": [3, 3], "2015": [2, 3], "2016": [4, 5]]),
    ])
  func units(unit: String, expected: [String: [Int]]) async throws {
    #expect(try await Self.counts("/api/v1/corpora/news?count=\(unit)") == expected)
    let whole = try await Self.data("/api/v1/corpora/news?count=\(unit)")
    let total = ["document": 12, "cluster": 10, "outlet": 11][unit]
    #expect(whole["total"] as? Int == total && whole["undated"] as? Int == 1)
  }

  @Test("count by month without a gap, and by outlet and language as a query does")
  func parts() async throws {
    let months = try await Self.counts("/api/v1/corpora/news?by=month")
    // From May 2014 to December 2016; "2016" may be any month of it, "2015-12/2016-02" any of three.
    #expect(months.count == 32)
    #expect(months["2014-05"] == [3, 3] && months["2014-06"] == [0, 0] && months["2015-03"] == [1, 1])
    #expect(months["2015-12"] == [0, 1] && months["2016-02"] == [1, 3] && months["2016-07"] == [1, 2])
    for part in ["outlet", "language"] {
      let rows = try SampleTexts.archive().query("SELECT \(part), count(*) FROM document GROUP BY 1").rows
      let expected = rows.map { ($0[0] == .null ? "" : $0[0].text, [Int($0[1].text)!, Int($0[1].text)!]) }
      #expect(
        try await Self.counts("/api/v1/corpora/news?by=\(part)") == Dictionary(uniqueKeysWithValues: expected)
      )
    }
  }

  @Test("show what was found of copies, by which rule, with the earliest of each")
  func copies() async throws {
    let page = try await Visit.get("/corpora/news?count=cluster").text
    #expect(page.contains("share 0.5 of all runs of 5 words, or 0.8 of the shorter&#39;s, within 7 days"))
    #expect(
      page.firstMatch(of: /<div class="cluster"><span class="number">3<\/span> <a href="\/corpora\/news\/d1"/)
        != nil)
    let clusters = try await Self.data("/api/v1/corpora/news/clusters")["clusters"] as? [[String: Any]]
    #expect(clusters?.count == 1 && clusters?.first?["earliest"] as? String == "d1")
    #expect(page.contains("3–5 means"))
  }

  @Test("where copies were not looked for say so, and count documents alone")
  func unsearched() async throws {
    let archive = try Bundled.copy()
    try SampleTexts.fill(archive, isSearched: false)
    let site = try Visit.site(archive)
    let page = try await Visit.get("/corpora/news", at: site).text
    #expect(page.contains("entente corpus dedupe news") && !page.contains("value=\"cluster\""))
    #expect(try await Visit.get("/corpora/news?count=cluster", at: site).text.contains("role=\"alert\""))
    #expect(try await Visit.get("/api/v1/corpora/news?count=cluster", at: site).status == 400)
  }

  @Test("are seen anew once copies are looked for or documents come in, which is no batch of the record")
  func versions() async throws {
    let archive = try Bundled.copy()
    try SampleTexts.fill(archive, isSearched: false)
    let site = try Visit.site(archive)
    let before = try await Visit.get("/corpora/news", at: site)
    let actor = try await Visit.get("/actor/it", at: site)
    try SampleTexts.fill(archive)
    let after = try await Visit.get("/corpora/news", at: site)
    #expect(before.headers[.eTag] != after.headers[.eTag] && after.text.contains("clusters of copies"))
    // What does not depend on corpora is still the same.
    #expect(try await Visit.get("/actor/it", at: site).headers[.eTag] == actor.headers[.eTag])
    let rows = try await Self.data("/api/v1/query?sql=SELECT+count(*)+FROM+document", at: site)["rows"]
    #expect((rows as? [[Int]]) == [[12]])
  }

  @Test("are searched, with what is found marked, and nothing in it is markup")
  func search() async throws {
    let page = try await Visit.get("/corpora/news/search?q=partner+markup").text
    #expect(page.contains("<mark>partner</mark>"))
    #expect(page.contains("&lt;script&gt;alert(") && !page.contains("<script>alert("))
    // A document that is called as a page is, has an address of its own.
    #expect(page.contains("href=\"/corpora/news/id%3Akwic\""))
    let chinese = try await Visit.get("/corpora/news/search?q=战略伙伴").text
    #expect(chinese.contains("<mark>战略伙伴</mark>") && chinese.contains("2 documents"))
    let copies = try await Visit.get("/corpora/news/search?q=agreements").text
    #expect(copies.contains("3 documents, 1 when copies count once") && copies.contains("one of 3 copies"))
  }

  @Test("are searched page by page, as the command does")
  func paging() async throws {
    let archive = try Bundled.copy()
    var documents: [Document]? = (0..<45).map {
      Document(place: "x:\($0)", id: "n\($0)", text: "A partner, number \($0)")
    }
    _ = try archive.fill(corpus: "many", from: "x", mapping: "{}", isMuch: false, at: SampleTexts.at) {
      defer { documents = nil }
      return documents
    }
    let site = try Visit.site(archive)
    var (ids, next): ([String], String?) = ([], "/api/v1/corpora/many/search?q=partner")
    while let address = next {
      let answer = try await Self.data(address, at: site)
      ids += (answer["documents"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(answer["found"] as? Int == 45)
      next = answer["next"] as? String
    }
    #expect(ids == (0..<45).map { "n\($0)" })
    let last = try await Visit.get("/corpora/many/search?q=partner&first=40", at: site).text
    #expect(last.contains("41 to 45") && last.contains("rel=\"prev\"") && !last.contains("rel=\"next\""))
  }

  @Test(
    "say what is wrong with what is asked",
    arguments: [
      ("/corpora/news/search?q=%22%22", "a word at least", 200),
      ("/corpora/news/search?q=a&from=soon", "from &#39;soon&#39;", 200),
      ("/corpora/news?by=week", "year or month or outlet or language", 400),
      ("/corpora/news?count=text", "document or cluster or outlet", 400),
      ("/corpora/nothing", "no corpus", 404),
      ("/api/v1/corpora/news/search", "must be given", 400),
    ])
  func faults(address: String, words: String, status: Int) async throws {
    let seen = try await Visit.get(address)
    #expect(seen.status == status && seen.text.contains(words), "\(address): \(seen.status)")
  }
}
