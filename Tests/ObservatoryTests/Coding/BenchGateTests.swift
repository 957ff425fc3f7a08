import Archive
import Discourse
import HTTPTypes
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("The way to the coding bench")
struct BenchGateTests {
  @Test("is an address for each coder of the wave, and one for who decides; none is another's")
  func entrances() async throws {
    let site = try BenchVisit.site(CodedRecord.archive())
    #expect(
      site.entrances.map(\.what).map { $0.prefix { $0 != ":" } } == [
        "codes as Ann", "codes as Ben", "codes as Cem", "decides where coders disagree",
      ])
    #expect(Set(site.entrances.map(\.address)).count == 4)
    let ann = try await Visit.get(BenchVisit.entrance(.code(as: "Ann"), of: site), at: site)
    #expect(ann.status == 303 && ann.headers[.location] == "/code")
    let cookie = try #require(ann.headers[.setCookie])
    for part in ["; HttpOnly", "; SameSite=Strict", "; Path=/"] { #expect(cookie.contains(part)) }
    for coder in CodedRecord.coders {
      let visit = try await BenchVisit(.code(as: coder), at: site)
      let page = try await visit.get("/code")
      #expect(page.status == 200 && page.text.contains("\(coder), you code documents"))
      #expect(page.headers[.cacheControl] == "no-store")
      for other in CodedRecord.coders where other != coder { #expect(!page.text.contains(other)) }
      #expect(try await visit.get("/code/adjudicate").status == 403)
      #expect(try await visit.post("/code/adjudicate", ["document": "d1"]).status == 403)
      #expect(try await visit.get("/code/reliability").status == 403)
    }
    let judge = try await BenchVisit(.adjudicate, at: site)
    #expect(try await judge.get("/code").text.contains("0 of 6"))
    #expect(try await judge.get("/code/1/1").status == 403)
    #expect(try await judge.post("/code/keep", ["place": "1"]).status == 403)
  }

  @Test("is closed to everybody else, who is told how to get in", arguments: Bench.routes.map(\.path))
  func closed(path: String) async throws {
    let site = try BenchVisit.site(CodedRecord.archive(), editor: Editor(ArchiveStore.inMemory()))
    let visit = try await BenchVisit(.code(as: "Ann"), at: site)
    let path = path.replacing("{wave}", with: "1").replacing("{place}", with: "1")
    let editing = try #require(site.sessions.begin(site.sessions.token(.edit) ?? ""))
    for cookie in ["x=y", "\(site.sessions.cookie)=", "\(site.sessions.cookie)=\(editing.id)"] {
      let seen = try await Visit.get(path, headers: [.cookie: cookie], at: site)
      #expect(seen.status == 403 && seen.text.contains("given an address with a token"))
      #expect([403, 405].contains(try await visit.post(path, [:], headers: [.cookie: cookie]).status))
    }
    for token in ["", "0", site.sessions.token(.edit) ?? ""] {
      #expect(try await Visit.get("/code?token=\(token)", at: site).status == 403)
    }
    #expect(try await visit.get("/edit").status == 403)
  }

  @Test("is not there at all where nobody codes", arguments: Bench.routes.map(\.path))
  func reading(path: String) async throws {
    #expect(try await Visit.get(path).status == 404)
    #expect(try await Visit.get(path, .post).status == 405)
    #expect(!(try await Visit.get("/api/openapi.json").text.contains("\"/code")))
    #expect(!Section.routes.contains { $0.path.hasPrefix("/code") })
  }

  @Test("keeps the right to edit beside that to code, and of two coders the one who came last")
  func both() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive, editor: Editor(archive))
    func enter(_ address: String, _ cookie: String) async throws -> String {
      EditVisit.cookie(try await Visit.get(address, headers: [.cookie: cookie], at: site))
    }
    func get(_ address: String, _ cookie: String) async throws -> Seen {
      try await Visit.get(address, headers: [.cookie: cookie], at: site)
    }
    let editing = try await enter(EditVisit.entrance(of: site), "")
    let ann = try await enter(BenchVisit.entrance(.code(as: "Ann"), of: site), editing)
    #expect(try await get("/edit", ann).status == 200)
    #expect(try await get("/code", ann).text.contains("Ann, you code"))
    #expect(try await get("/edit", editing).status == 403)
    let ben = try await enter(BenchVisit.entrance(.code(as: "Ben"), of: site), ann)
    #expect(try await get("/code", ben).text.contains("Ben, you code"))
    #expect(try await get("/code", ann).status == 403)
  }

  private static let foreign: [(headers: HTTPFields, fields: [String: String], status: Int)] = [
    ([:], ["proof": ""], 403), ([:], ["proof": "0"], 403), ([.origin: "http://127.0.0.1:1"], [:], 403),
    ([.origin: "null"], [:], 403), ([.origin: ""], [:], 403),
    ([.origin: "", .init("Sec-Fetch-Site")!: "cross-site"], [:], 403),
    ([.contentType: "application/json"], [:], 415), ([.contentType: "text/plain"], [:], 415),
    ([:], ["memo": String(repeating: "x", count: 65_536)], 413),
  ]

  @Test("takes no form that its own pages have not sent, and gives back what was written in it")
  func forms() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive)
    let (ann, ben) = (
      try await BenchVisit(.code(as: "Ann"), at: site), try await BenchVisit(.code(as: "Ben"), at: site)
    )
    let form = try await ann.fields("d5", of: "Ann").merging(["code.aid": "1", "memo": "<i>so</i>"]) { $1 }
    for (headers, fields, status) in Self.foreign {
      let sent = try await ann.post("/code/keep", form.merging(fields) { $1 }, headers: headers)
      #expect(sent.status == status, "\(headers) \(fields.keys)")
    }
    let other = try await ann.post("/code/keep", form.merging(["proof": ben.proof]) { $1 })
    #expect(other.status == 403 && other.text.contains("&lt;i&gt;so&lt;/i&gt;"))
    // A session that has gone.
    let gone = try await ann.post(
      "/code/keep", form, headers: [.cookie: "\(site.sessions.cookie)=\(String(repeating: "0", count: 64))"])
    #expect(gone.status == 403 && gone.text.contains("&lt;i&gt;so&lt;/i&gt;"))
    #expect(gone.text.contains("the new one that it printed") && !gone.text.contains(ann.proof))
    #expect(try CodedRecord.log(archive).isEmpty)
    #expect(try await ann.post("/code/keep", form).status == 303)
    #expect(try CodedRecord.log(archive).map(\.memo) == ["<i>so</i>"])
  }
}
