import Archive
import Discourse
import Testing
import Workbench

@testable import Observatory

@Suite("Words of a corpus")
struct WordPagesTests {
  private static func data(_ address: String) async throws -> [String: Any] {
    try #require(try await Visit.get("/api/v1/corpora/news/" + address).json() as? [String: Any])
  }

  /// Counted by hand in `SampleTexts`: once in d6's first sentence, once in its second, once in d7, twice in d8.
  @Test("stand in their contexts, each with its document")
  func concordance() async throws {
    let found = try await Self.data("kwic?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB")
    #expect(found["matches"] as? Int == 5 && found["documents"] as? Int == 3)
    let lines = try #require(found["lines"] as? [[String: Any]])
    #expect(lines.map { $0["document"] as? String } == ["d6", "d6", "d7", "d8", "d8"])
    #expect(lines.first?["before"] as? String == "中国和意大利建立全面战略")
    let page = try await Visit.get("/corpora/news/kwic?term=伙伴关系&sort=left").text
    #expect(
      page.contains("<td class=\"match\"><bdi>伙伴关系</bdi></td>") && page.contains("href=\"/corpora/news/d8\""))
    #expect(page.contains("5 matches of 伙伴关系 in 3 of 11 documents"))
  }

  @Test("are sorted by what stands before, after, or by the match itself")
  func sorting() async throws {
    func order(_ sort: String, _ field: String) async throws -> [String] {
      let lines = try await Self.data("kwic?term=partner*&language=en&copies=without&sort=\(sort)")["lines"]
      return (lines as? [[String: Any]] ?? []).compactMap { $0[field] as? String }
    }
    // Of the copies the earliest alone: d1 has "partnership" twice and "partners", d4 "partner" thrice, d5 and d10 one each.
    let matches = try await order("match", "match")
    #expect(
      matches == [
        "partner", "partner", "partner", "partner", "partners", "partnership", "partnership", "partnership",
      ])
    let nearest = try await order("left", "before").map {
      $0.split(separator: " ").last.map(String.init) ?? ""
    }
    #expect(nearest == ["no", "strategic", "strategic", "strategic", "strategic", "the", "trade", "trade"])
    let after = try await order("right", "after").map { $0.drop { !$0.isLetter } }
    #expect(after.map { $0.lowercased() } == after.map { $0.lowercased() }.sorted())
  }

  @Test("near others are those that the command prints", arguments: ["logdice", "g2"])
  func collocates(measure: String) async throws {
    let csv = try await Visit.get(
      "/api/v1/corpora/news/collocates?term=partner*&least=2&by=\(measure)&format=csv"
    ).text
    let texts = try CorpusTexts("news", SampleTexts.archive(), part: CorpusPart())
    let same = try CorpusCollocations(
      WordQuery("partner*"), in: texts, window: CollocationSearch.Window(left: 5, right: 5),
      by: try #require(CorpusCollocations.Measure(rawValue: measure)), least: 2, limit: 200)
    #expect(csv == same.grid.csv && csv.contains("strategic"))
    let page = try await Visit.get("/corpora/news/collocates?term=partner*&least=2&by=\(measure)").text
    #expect(page.contains("href=\"/corpora/news/kwic?term=strategic\""))
  }

  /// By hand: 战略 before it twice in d6 (once as 全面战略) and once in d7, 合作 once in d8; 2014, 2015, 2016.
  @Test("have a career, with what stood before them and since when")
  func career() async throws {
    let found = try await Self.data("career?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB&language=zh")
    let periods = try #require(found["periods"] as? [[String: Any]])
    #expect(periods.map { $0["period"] as? String } == ["2014", "2015", "2016"])
    #expect(periods.map { ($0["matches"] as? [String: Int])?["certain"] } == [2, 1, 2])
    let page = try await Visit.get("/corpora/news/career?term=伙伴关系&language=zh").text
    #expect(page.contains("First on record: <b>2014-11-05</b>") && page.contains("<bdi>全面战略</bdi>"))
    #expect(
      page.firstMatch(
        of:
          /<bdi>合作<\/bdi><\/th><td class="number" data-head="Matches">1<\/td><td data-head="First">2016-02-02</
      ) != nil)
    let chart = try await Self.data("career/chart?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB&of=before")
    #expect(
      ((chart["data"] as? [String: Any])?["values"] as? [[String: Any]])?.contains {
        $0["before"] as? String == "战略"
      } == true)
  }

  @Test("of vague dates are bounds: in a year for certain, and possibly")
  func bounds() async throws {
    // d10, of the winter 2015 to 2016, has one "partner".
    let page = try await Visit.get("/corpora/news/career?term=partner&outlet=Herald").text
    #expect(page.firstMatch(of: /<th scope="row">2015<\/th><td class="number">1–2</) != nil)
  }

  @Test("of two parts are compared as the command does, in the page's tables and as dots")
  func keyness() async throws {
    let query = "keyness?outlet=Herald&against_outlet=Courier&least=2"
    let csv = try await Visit.get("/api/v1/corpora/news/\(query)&format=csv").text
    let same = try CorpusKeyness(
      "news", SampleTexts.archive(), target: CorpusPart(outlet: "Herald"),
      reference: CorpusPart(outlet: "Courier"),
      least: 2, limit: 40)
    #expect(csv == same.grid.csv)
    let page = try await Visit.get("/corpora/news/\(query)").text
    #expect(
      page.contains("More frequent in the part asked about")
        && page.contains("More frequent in the other part"))
    let chart = try await Self.data(query.replacing("keyness?", with: "keyness/chart?"))
    let values = try #require((chart["data"] as? [String: Any])?["values"] as? [[String: Any]])
    for value in values {
      let figures = ["low", "ratio", "high"].compactMap { value[$0] as? Double }
      #expect(figures == figures.sorted() && figures.count == 3)
    }
    #expect(!values.isEmpty)
  }

  /// Trade is agreed on for d1 and decided for d4; d6, d7 and d8 have it not; of d5, on which coders disagree, and of what nobody coded it is not known.
  @Test("of documents with a theme are compared with those of documents without it, as far as that is known")
  func theme() async throws {
    let found = try await Self.data("keyness?theme=trade&least=1")
    #expect((found["target"] as? [String: Any])?["documents"] as? Int == 2)
    #expect((found["reference"] as? [String: Any])?["documents"] as? Int == 3)
    #expect(found["in_neither"] as? Int == 6)
    #expect(try await Visit.get("/api/v1/corpora/news/keyness?theme=war").status == 400)
  }

  @Test(
    "that cannot be looked for are named, with what is expected",
    arguments: [
      ("kwic?term=%21%21", "a word at least", 200), ("career?term=a&from=soon", "from &#39;soon&#39;", 200),
      ("keyness?outlet=Nobody", "documents with words", 200), ("kwic?term=a&sort=up", "text or left", 400),
      ("collocates?term=a&window=0", "1 to 100", 400), ("keyness?least=x", "whole number", 400),
    ])
  func faults(query: String, words: String, status: Int) async throws {
    let seen = try await Visit.get("/corpora/news/" + query)
    #expect(seen.status == status && seen.text.contains(words), "\(query): \(seen.status)")
    #expect(try await Visit.get("/api/v1/corpora/news/" + query).status == 400)
  }

  @Test(
    "without a question are a form, and data say what is missing",
    arguments: ["kwic", "collocates", "career", "keyness"])
  func unasked(place: String) async throws {
    let page = try await Visit.get("/corpora/news/" + place)
    #expect(page.status == 200 && !page.text.contains("role=\"alert\"") && !page.text.contains("<tbody>"))
    #expect(try await Visit.get("/api/v1/corpora/news/" + place).status == 400)
    #expect(try await Visit.get("/corpora/nothing/" + place).status == 404)
  }

  @Test("that are long in coming are waited for on the page, and asked for again as data")
  func waiting() async throws {
    let site = try Visit.site(SampleTexts.archive(), patience: .seconds(0))
    let page = try await Visit.get("/corpora/news/career?term=partner", at: site)
    #expect(page.status == 200)
    // Either it was there at once, or the page asks again and is kept by nobody.
    if page.text.contains("are being read") {
      #expect(page.headers[.eTag] == nil && page.text.contains("hx-trigger=\"load delay:1s\""))
    }
    for _ in 0..<200 {
      let answer = try await Visit.get("/api/v1/corpora/news/career?term=partner", at: site)
      if answer.status == 200 { break }
      #expect(answer.status == 503 && answer.headers[.retryAfter] != nil)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try await Visit.get("/corpora/news/career?term=partner", at: site).text.contains("<tbody>"))
  }
}
