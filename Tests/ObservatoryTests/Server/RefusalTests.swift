import HTTPTypes
import Testing

@testable import Observatory

@Suite("A request that is not to be served")
struct RefusalTests {
  @Test(
    "is refused with a status that says why",
    arguments: [
      ("/?" + String(repeating: "a", count: 5000), 414), ("/search?q=%ZZ", 400), ("/actor/%FF", 400),
      ("/api/v1/search", 400), ("/api/v1/search?q=a&format=xml", 400), ("/api/v1/overview?format=csv", 400),
      ("/api/v1/search?q=a&limit=0", 400), ("/api/v1/search?q=a&limit=many", 400),
      ("/search?q=" + String(repeating: "a", count: 201), 400), ("/assets/../Package.swift", 404),
      ("/assets/..%2F..%2FPackage.swift", 404), ("/..%2f..%2fetc%2fpasswd", 404),
    ])
  func refused(address: String, status: Int) async throws {
    #expect(try await Visit.get(address).status == status)
  }

  @Test("when it wants to change something", arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
  func method(method: HTTPRequest.Method) async throws {
    let seen = try await Visit.get("/", method)
    #expect(seen.status == 405 && seen.headers[.allow] == "GET, HEAD")
  }

  @Test("when it brings a body")
  func body() async throws {
    #expect(try await Visit.get("/", headers: [.contentLength: "1048576"]).status == 413)
  }
}
