import Foundation
import HTTPTypes
import Testing

@testable import Observatory

@Suite("Every route")
struct RouteTests {
  private static let routes = Section.routes

  @Test(
    "answers at its example, as a page or as data, and to HEAD without the bytes",
    arguments: routes.map(\.example))
  func answers(address: String) async throws {
    let route = try #require(Self.routes.first { $0.example == address })
    let seen = try await Visit.get(address)
    #expect(seen.status == 200)
    switch route.kind {
    case .page: #expect(seen.type == "text/html; charset=utf-8")
    case .data: #expect(seen.type == "application/json")
    case .picture(let type): #expect(seen.type == type)
    }
    if route.isData { #expect(throws: Never.self) { try seen.json() } }
    let head = try await Visit.get(address, .head)
    #expect(head.status == 200 && head.text.isEmpty)
    #expect(head.headers[.contentLength] == String(seen.size))
  }

  @Test("is not sent again to who has it", arguments: routes.map(\.example))
  func tag(address: String) async throws {
    let seen = try await Visit.get(address)
    let tag = try #require(seen.headers[.eTag])
    let again = try await Visit.get(address, headers: [.ifNoneMatch: tag])
    #expect(again.status == 304 && again.text.isEmpty)
    #expect(try await Visit.get(address, headers: [.ifNoneMatch: "\"other\""]).status == 200)
  }

  @Test("keeps its answer to itself", arguments: routes.map(\.example) + ["/nowhere", "/api/v1/nowhere"])
  func headers(address: String) async throws {
    let headers = try await Visit.get(address).headers
    let policy = try #require(headers[.contentSecurityPolicy])
    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(headers[.xContentTypeOptions] == "nosniff")
    #expect(headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
    #expect(headers[try #require(HTTPField.Name("X-Frame-Options"))] == "DENY")
  }

  @Test("has a page with a title, one heading, a citation, and no script or style within", arguments: routes)
  func frame(route: Route) async throws {
    guard route.isPage else { return }
    let text = try await Visit.get(route.example).text
    #expect(text.firstMatch(of: /<title>.+ · Entente<\/title>/) != nil)
    #expect(text.matches(of: /<h1[ >]/).count == 1)
    #expect(text.contains("Cite this") && text.contains("id=\"search\""))
    #expect(text.matches(of: /<script(?![^>]* src=)/).isEmpty)
    #expect(text.matches(of: /<style| style=| on[a-z]+=/).isEmpty)
    #expect(text.matches(of: /(src|href)="(https?:|\/\/)/).isEmpty)
  }

  @Test("of a thing that is not there says so, to people and to programs")
  func nothing() async throws {
    for address in ["/actor/atlantis", "/partnership/atlantis", "/nowhere", "/actor/.."] {
      let seen = try await Visit.get(address)
      #expect(seen.status == 404 && seen.type.hasPrefix("text/html"), "\(address)")
      #expect(seen.headers[.eTag] == nil)
    }
    for address in ["/api/v1/actors/atlantis", "/api/v1/partnerships/a%2Fb", "/api/v1/nowhere"] {
      let seen = try await Visit.get(address)
      #expect(seen.status == 404 && seen.type == "application/problem+json", "\(address)")
      let problem = try seen.json() as? [String: Any]
      #expect(problem?["status"] as? Int == 404)
    }
  }

  @Test("of an actor gives its partnerships by the page")
  func window() async throws {
    // Chengdu has fifteen on record.
    let page = try await Visit.get("/actor/cn-chengdu?from=10").text
    #expect(page.contains("11 to 15 of 15 partnerships, the earliest first"))
    #expect(page.contains("href=\"/actor/cn-chengdu\" rel=\"prev\"") && !page.contains("rel=\"next\""))
    let data = try await Visit.get("/api/v1/actors/cn-chengdu?from=10").json() as? [String: Any]
    #expect((data?["partnerships"] as? [Any])?.count == 5 && data?["partnershipCount"] as? Int == 15)
    for wrong in ["-1", "x", "10000001", "1e3"] {
      #expect(try await Visit.get("/actor/cn-chengdu?from=\(wrong)").status == 400, "\(wrong)")
    }
  }

  @Test("gives a table where a table is asked for")
  func table() async throws {
    let address = "/api/v1/actors/pl-lodz"
    for seen in [
      try await Visit.get(address, headers: [.accept: "text/csv"]),
      try await Visit.get(address + "?format=csv"),
    ] {
      #expect(seen.type == "text/csv; charset=utf-8")
      #expect(seen.text.hasPrefix("statement,kind,entity,property,value,source,locator,retraction\n"))
      #expect(seen.headers[.vary] == "Accept")
    }
  }
}
