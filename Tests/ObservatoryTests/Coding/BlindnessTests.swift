import Archive
import Discourse
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Blind coding")
struct BlindnessTests {
  /// What Ben wrote and gave: it must not be found anywhere.
  private static let secret = "Ben’s own thought 4711"

  /// Each code given by Ben to all documents, with a memo.
  private static func coded() async throws -> (archive: ArchiveStore, site: Site) {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive, editor: Editor(archive))
    let ben = try await BenchVisit(.code(as: "Ben"), at: site)
    for number in 1...6 {
      try await ben.code("d\(number)", of: "Ben", ["code.aid": "1", "memo": Self.secret, "unsure": "1"])
    }
    #expect(try CodedRecord.log(archive).count == 6)
    return (archive, site)
  }

  @Test("shows a coder on no page, in no data and by no SQL what another gave, before it is decided")
  func blind() async throws {
    let (archive, site) = try await Self.coded()
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let own = ["/code"] + (1...6).map { "/code/1/\($0)" }
    let open = Section.routes.map(\.example)
    for address in own + open + ["/code/adjudicate", "/code/reliability", "/code?coder=Ben"] {
      let seen = try await ann.get(address)
      #expect(!seen.text.contains(Self.secret) && !seen.text.contains(">Ben<"), "\(address)")
      if address.hasPrefix("/code/1/") {
        #expect(
          seen.status == 200 && !seen.text.contains(/data-key="[^>]* checked/) && !seen.text.contains("Ben"))
      }
    }
    let queries = [
      "SELECT * FROM coding", "SELECT count(*) FROM coding", "SELECT memo FROM main.coding",
      "SELECT 1 FROM document d JOIN coding c ON c.document = d.number",
      "WITH x AS (SELECT * FROM coding) SELECT count(*) FROM x", "SELECT (SELECT max(seq) FROM \"CODING\")",
      "SELECT * FROM adjudication", "SELECT * FROM assignment", "SELECT seed FROM wave",
      "SELECT hex(document) FROM qda_project", "SELECT hex(content) FROM qda_file",
      "SELECT data FROM sqlite_dbpage", "SELECT * FROM dbstat",
    ]
    for sql in queries {
      let (page, data) = (
        try await ann.get(Address.asking("/query", [("sql", sql)])),
        try await ann.get(Address.asking("/api/v1/query", [("sql", sql)]))
      )
      #expect(page.text.contains("role=\"alert\"") && !page.text.contains(Self.secret), "\(sql)")
      #expect(data.status == 400, "\(sql)")
      let chart = try await ann.get(Address.asking("/api/v1/query/chart", [("sql", sql)]))
      #expect(chart.status == 400, "\(sql)")
    }
    let told = try await ann.get(Address.asking("/query", [("sql", "SELECT * FROM coding")]))
    #expect(told.text.contains("coding is kept back while documents are coded blind"))
    #expect(!told.text.contains("<dt><code>coding</code></dt>"))
    #expect(told.headers[.cacheControl] == "no-store")
    // What is no coding is asked as ever.
    let count = try await ann.get(Address.asking("/api/v1/query", [("sql", "SELECT count(*) FROM document")]))
    #expect(count.status == 200 && count.text.contains("6"))
    // So is a site on the same archive at which nobody codes.
    let plain = try Visit.site(archive, studies: [])
    #expect(
      try await Visit.get(Address.asking("/api/v1/query", [("sql", "SELECT * FROM coding")]), at: plain)
        .status
        == 400)
  }

  @Test("ends for a document when it is decided, and for SQL and agreement when nothing is left to decide")
  func opens() async throws {
    let (archive, site) = try await Self.coded()
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let cem = try await BenchVisit(.code(as: "Cem"), at: site)
    let judge = try await BenchVisit(.adjudicate, at: site)
    try await ann.code("d1", of: "Ann", ["none": "1"])
    // One of its coders is not through with it: nobody can decide, or look.
    #expect(try await judge.get("/code/adjudicate?document=d1").status == 404)
    #expect(try await judge.post("/code/adjudicate", Self.ruling("d1", seen: 2)).status == 409)
    try await cem.code("d1", of: "Cem", ["act": "skip"])
    #expect(try await judge.get("/code/adjudicate?document=d1").text.contains(Self.secret))
    let page = try await ann.get("/code/1/\(ann.place(of: "d1", for: "Ann"))")
    #expect(!page.text.contains(Self.secret) && page.text.contains("id=\"sheet\""))
    #expect(try await judge.post("/code/adjudicate", Self.ruling("d1", seen: 3)).status == 303)
    let decided = try await ann.get("/code/1/\(ann.place(of: "d1", for: "Ann"))")
    #expect(decided.text.contains(Self.secret) && decided.text.contains("Decided by Dana"))
    // What each gave stays as it was then.
    #expect(!decided.text.contains("id=\"sheet\""))
    let late = [
      "place": "\(try ann.place(of: "d1", for: "Ann"))", "seen": "1", "version": "1", "code.aid": "1",
      "memo": "late",
    ]
    let refused = try await ann.post("/code/keep", late)
    #expect(refused.status == 409 && refused.text.contains("decided meanwhile"))
    #expect(try await ann.get("/code/reliability").status == 403)

    for number in 2...6 {
      for (visit, coder) in [(ann, "Ann"), (cem, "Cem")] {
        try await visit.code("d\(number)", of: coder, ["code.aid": "1"])
      }
    }
    #expect(try OpenWaves.any(in: archive) == false)
    let agreement = try await ann.get("/code/reliability")
    #expect(agreement.status == 200 && agreement.text.contains("Cooperation / Aid &lt;b&gt;"))
    let rows = try await ann.get(
      Address.asking("/api/v1/query", [("sql", "SELECT coder, count(*) FROM coding GROUP BY coder")]))
    #expect(rows.status == 200 && rows.text.contains("Cem"))
    // A decision under a rule that is another one now is shown as such.
    try CodedRecord.changeRule(in: archive)
    let stale = try await ann.get("/code/1/\(ann.place(of: "d1", for: "Ann"))")
    #expect(stale.text.contains("holds; rule changed in version 2 since"))
  }

  private static func ruling(_ document: String, seen: Int) -> [String: String] {
    ["document": document, "seen": "\(seen)", "holds.aid": "yes", "person": "Dana", "reason": "clear"]
  }
}
