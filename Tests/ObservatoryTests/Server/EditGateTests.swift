import HTTPTypes
import TestSupport
import Testing

@testable import Observatory

@Suite("The way into edit mode")
struct EditGateTests {
  @Test("is open to who shows the token, by a cookie that no page can read or send from elsewhere")
  func entrance() async throws {
    let visit = try await EditVisit()
    let entered = try await Visit.get(EditVisit.entrance(of: visit.site), at: visit.site)
    #expect(entered.status == 303 && entered.headers[.location] == "/edit")
    let cookie = try #require(entered.headers[.setCookie])
    for part in ["; HttpOnly", "; SameSite=Strict", "; Path=/"] { #expect(cookie.contains(part)) }
    #expect(!cookie.contains("Expires") && !cookie.contains("Max-Age"))
    #expect(!cookie.contains(try #require(visit.site.sessions.token(.edit))))
    #expect(try await visit.get("/edit").status == 200)
    #expect(try await visit.get("/edit").headers[.cacheControl] == "no-store")
  }

  @Test("is closed to everybody else, who is told how to get in", arguments: Editor.routes.map(\.path))
  func closed(path: String) async throws {
    let visit = try await EditVisit()
    let (name, value) = try #require(visit.cookie.split(separator: "=").map(String.init).pair)
    let open = try #require(visit.site.sessions.token(.edit))
    for cookie in [
      "", "\(name)=", "\(name)=\(value.dropLast())", "\(name)=\(open)", "x=\(value)",
    ] {
      let seen = try await Visit.get(path, headers: [.cookie: cookie], at: visit.site)
      #expect(seen.status == 403 && seen.text.contains("the address that it printed"), "\(cookie)")
      let sent = try await visit.post(
        path, EditVisit.gift, headers: [.cookie: cookie.isEmpty ? "x=y" : cookie])
      #expect([403, 405].contains(sent.status), "\(cookie)")
    }
    for token in ["", "0", String(open.dropLast())] {
      #expect(try await Visit.get("/edit?token=\(token)", at: visit.site).status == 403)
    }
  }

  @Test("is not there at all where the observatory is only read", arguments: Editor.routes.map(\.path))
  func reading(path: String) async throws {
    #expect(try await Visit.get(path).status == 404)
    #expect(try await Visit.get(path, .post).status == 405)
    #expect(!(try await Visit.get("/api/openapi.json").text.contains("/edit")))
    #expect(!Section.routes.contains { $0.path.hasPrefix("/edit") })
  }

  @Test(
    "shows who is in how to edit what is on a page, and nobody else; nothing kept of the one is shown to the other"
  )
  func links() async throws {
    let visit = try await EditVisit()
    for address in ["/actor/pl-lodz", "/partnership/pl-lodz+cn-chengdu"] {
      for _ in 0..<2 {
        let (open, closed) = (try await visit.get(address), try await Visit.get(address, at: visit.site))
        #expect(open.text.contains("/edit/statement?correct=") && open.text.contains("href=\"/edit\""))
        #expect(!closed.text.contains("/edit"))
        let tag = try #require(closed.headers[.eTag])
        #expect(tag != open.headers[.eTag])
        #expect(try await visit.get(address, headers: [.ifNoneMatch: tag]).status == 200)
      }
    }
  }

  /// What is not as its own pages send it, and the status that it gets.
  private static let foreign: [(headers: HTTPFields, fields: [String: String], status: Int)] = [
    ([:], ["proof": ""], 403), ([:], ["proof": "0"], 403),
    ([.origin: "http://127.0.0.1:1"], [:], 403), ([.origin: "https://localhost"], [:], 403),
    ([.origin: "http://localhost.example.org"], [:], 403), ([.origin: "null"], [:], 403),
    ([.origin: ""], [:], 403),
    ([.origin: "", .init("Sec-Fetch-Site")!: "cross-site"], [:], 403),
    ([.origin: "", .init("Sec-Fetch-Site")!: "same-site"], [:], 403),
    ([.contentType: ""], [:], 415), ([.contentType: "application/json"], [:], 415),
    ([.contentType: "multipart/form-data; boundary=x"], [:], 415), ([.contentType: "text/plain"], [:], 415),
    ([.transferEncoding: "chunked"], [:], 413),
    ([:], ["note": String(repeating: "x", count: 65_536)], 413),
  ]

  @Test("takes no form that its own pages have not sent", arguments: foreign.indices)
  func forms(_ index: Int) async throws {
    let visit = try await EditVisit()
    let version = try visit.archive.version()
    let (headers, fields, status) = Self.foreign[index]
    for path in ["/edit/keep", "/edit/preview", "/edit/statement", "/edit/undo?batch=15", "/edit/withdraw"] {
      let sent = try await visit.post(path, EditVisit.gift.merging(fields) { $1 }, headers: headers)
      #expect(sent.status == status, "\(path)")
    }
    #expect(try visit.archive.version() == version)
  }

  @Test("takes no form with another session's mark, and one without an origin that the browser vouches for")
  func sessions() async throws {
    let visit = try await EditVisit()
    let other = try #require(visit.site.sessions.begin(visit.site.sessions.token(.edit) ?? ""))
    #expect(other.proof != visit.proof)
    #expect(
      try await visit.post("/edit/preview", EditVisit.gift.merging(["proof": other.proof]) { $1 }).status
        == 403)
    for site in ["same-origin", "none"] {
      let headers: HTTPFields = [.origin: "", .init("Sec-Fetch-Site")!: site]
      #expect(try await visit.post("/edit/preview", EditVisit.gift, headers: headers).status == 200)
    }
    #expect(try await visit.post("/edit/preview", [:], raw: "proof=%ZZ").status == 400)
  }

  @Test("answers each address only as it is meant")
  func methods() async throws {
    let visit = try await EditVisit()
    for path in ["/edit/keep", "/edit/preview"] {
      let seen = try await visit.get(path)
      #expect(seen.status == 405 && seen.headers[.allow] == "POST", "\(path)")
    }
    #expect(try await visit.post("/edit", [:]).status == 405)
    #expect(try await visit.post("/actor/pl-lodz", [:]).status == 405)
    for method in [HTTPRequest.Method.put, .delete, .patch] {
      #expect(try await Visit.get("/edit/keep", method, at: visit.site).status == 405)
    }
    #expect(try await visit.get("/edit/undo?batch=99").status == 404)
    #expect(try await visit.get("/edit/undo?batch=x").status == 404)
    #expect(try await visit.get("/edit/withdraw?statement=s-none").status == 404)
    #expect(try await visit.get("/edit/statement?correct=s-none").status == 404)
    #expect(try await visit.get("/edit/statement?kind=planet").status == 400)
  }

  @Test("keeps a few sessions, the latest; each has its own tables")
  func few() throws {
    let sessions = Sessions([.edit])
    let token = try #require(sessions.token(.edit))
    let first = try #require(sessions.begin(token))
    #expect(sessions.session(first.id) === first && sessions.session(first.proof) == nil)
    for _ in 0..<64 { _ = sessions.begin(token) }
    #expect(sessions.session(first.id) == nil)
    for year in 2000..<2010 {
      first.look(at: try Inquiry(Ask(query: ["established": "\(year)", "view": "bars"])))
    }
    first.look(at: try Inquiry(Ask(query: ["established": "2005"])))
    first.look(at: try Inquiry(Ask(query: ["known-at": "2020-01-01"])))
    #expect(
      first.tables.map(\.question.established) == ["2005", "2009", "2008", "2007", "2006", "2004", "2003"])
  }
}

extension Array {
  fileprivate var pair: (Element, Element)? { count == 2 ? (self[0], self[1]) : nil }
}
