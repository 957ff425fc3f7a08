import Archive
import Discourse
import TestSupport
import Testing

@testable import Observatory

@Suite("A document")
struct DocumentTests {
  private static func data(_ address: String) async throws -> [String: Any] {
    try #require(try await Visit.get("/api/v1/corpora/news/documents/" + address).json() as? [String: Any])
  }

  @Test("shows its text and all that its source has on it")
  func text() async throws {
    let page = try await Visit.get("/corpora/news/d1").text
    #expect(page.contains("<div class=\"text\" dir=\"auto\">China and Italy agreed on Thursday"))
    for part in ["2014-05-01", "Courier", "A. Rossi; B. Li", "section", "World"] {
      #expect(page.contains(part), "\(part)")
    }
    let hash = try SampleTexts.archive().query(
      "SELECT lower(hex(hash)), length FROM document WHERE id = 'd1'"
    ).rows[0]
    let data = try await Self.data("d1")
    #expect(data["hash"] as? String == hash[0].text && data["text"] as? String == SampleTexts.dispatch)
    #expect(
      data["length"] as? Int == SampleTexts.dispatch.unicodeScalars.count && data["next"] is String == false)
    #expect(data["cluster"] as? [String] == ["d1", "d2", "d3"])
  }

  @Test("kept outside shows its hash and no word")
  func outside() async throws {
    let page = try await Visit.get("/corpora/news/d11").text
    #expect(page.contains("kept outside this archive") && !page.contains("stays outside of"))
    #expect(page.firstMatch(of: /SHA-256 of the text<\/dt><dd><bdi>[0-9a-f]{64}</) != nil)
    #expect(try await Self.data("d11")["text"] is String == false)
  }

  @Test("has an address of its own even where a page is called so, and 404 where there is none")
  func address() async throws {
    let page = try await Visit.get(Address.document("kwic", of: "news"))
    #expect(page.status == 200 && page.text.contains("Markup &amp; more"))
    #expect(
      page.text.contains("&lt;script&gt;alert(&#39;partner&#39;)") && !page.text.contains("<script>alert"))
    for id in ["nothing", "id:d1x", ".."] {
      #expect(try await Visit.get(Address.document(id, of: "news")).status == 404, "\(id)")
    }
    #expect(try await Visit.get("/corpora/nothing/d1").status == 404)
  }

  @Test("shows codes once something was decided on it, and no coder's before")
  func codes() async throws {
    let decided = try await Visit.get("/corpora/news/d4").text
    for part in [
      "Trade", "decided by <bdi>Dana</bdi>", "The steel says so", "Ann", "Ann&#39;s &lt;b&gt;reason",
    ] {
      #expect(decided.contains(part), "\(part)")
    }
    // "The minister called China a trade partner": code points 28 to 41.
    #expect(decided.contains("<span class=\"quote\" dir=\"auto\">trade partner</span>"))
    for id in ["d1", "d5", "d7"] {
      let page = try await Visit.get("/corpora/news/\(id)").text
      #expect(page.contains("Nothing that is open to view"))
      for secret in ["Ann", "Ben", "secret"] { #expect(!page.contains(secret), "\(id) tells \(secret)") }
      let codes = try await Self.data(id + "/codes")
      #expect((codes["given"] as? [Any])?.isEmpty == true && (codes["decided"] as? [Any])?.isEmpty == true)
    }
    let given = try await Self.data("d4/codes")["given"] as? [[String: Any]]
    #expect(given?.map { $0["coder"] as? String } == ["Ann", "Ben"])
  }

  /// d2 has another last sentence than d1.
  @Test("stands beside the earliest of its copies, with what only one has marked")
  func difference() async throws {
    let page = try await Visit.get("/corpora/news/d2").text
    #expect(page.contains("<ins>Nobody</ins>") && page.contains("<del>Critics</del>"))
    #expect(page.contains("[-") && page.contains("{+"))
    let data = try await Self.data("d2/difference")
    let parts = try #require(data["parts"] as? [[String: String]])
    // Without white space, what one side has is its text.
    func side(_ name: String) -> String {
      parts.filter { ["both", name].contains($0["in"]) }.compactMap { $0["text"] }.joined().filter {
        !$0.isWhitespace
      }
    }
    #expect(side("a") == SampleTexts.dispatch.filter { !$0.isWhitespace })
    #expect(side("b").hasSuffix("Nobodyinparliamentobjected.") && data["cut"] as? Bool == false)
    // The earliest has nothing before it to be compared with.
    #expect(try await Visit.get("/api/v1/corpora/news/documents/d1/difference").status == 404)
    #expect(try await Visit.get("/corpora/news/d1").text.contains("href=\"/corpora/news/d3\""))
  }

  @Test("that is long is shown piece by piece, with nothing lost between them, and compared in part")
  func long() async throws {
    let archive = try Bundled.copy()
    let text = (0..<60_000).map { "word\($0) & 伙伴😀" }.joined(separator: "\n")
    var documents: [Document]? = ["a", "b"].map {
      Document(place: "x:1", id: $0, text: text + $0, date: try? .init("2020-01-0\($0 == "a" ? 1 : 2)"))
    }
    _ = try archive.fill(corpus: "long", from: "x", mapping: "{}", isMuch: false, at: SampleTexts.at) {
      defer { documents = nil }
      return documents
    }
    try archive.keep(
      DuplicateSummary(
        rule: DuplicateRule(), documents: 2, exactGroups: 0, clusters: 1, duplicates: 1,
        foundAt: SampleTexts.at),
      clusters: [archive.documents([1 << 32 | 1, 1 << 32 | 2]).map(\.number)], of: "long")
    let site = try Visit.site(archive)
    var (whole, next): (String, String?) = ("", "/api/v1/corpora/long/documents/b")
    while let address = next {
      let answer = try #require(try await Visit.get(address, at: site).json() as? [String: Any])
      whole += answer["text"] as? String ?? ""
      next = answer["next"] as? String
    }
    #expect(whole == text + "b")
    let page = try await Visit.get("/corpora/long/b", at: site)
    #expect(
      page.size < 300_000 && page.text.contains("It goes on")
        && page.text.contains("longer than what is shown"))
    #expect(try await Visit.get("/corpora/long/b?at=99999999", at: site).status == 400)
  }
}
