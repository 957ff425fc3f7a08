import Foundation
import Testing

@testable import Observatory

@Suite("The OpenAPI document")
struct OpenAPITests {
  private static func document() async throws -> [String: Any] {
    try #require(try await Visit.get("/api/openapi.json").json() as? [String: Any])
  }

  @Test("has every route of the API, and no other path")
  func paths() async throws {
    let paths = try #require(try await Self.document()["paths"] as? [String: Any])
    let routes = Section.routes.filter { $0.path.hasPrefix("/api/") }
    #expect(Set(paths.keys) == Set(routes.map(\.path)))
    #expect(routes.allSatisfy { $0.isData })
    #expect(Section.routes.filter(\.isData).count == routes.count)
  }

  @Test("names places and parameters as they are, and refers to nothing that is not there")
  func references() async throws {
    let document = try await Self.document()
    #expect(document["openapi"] as? String == "3.1.0")
    let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
    let text = try await Visit.get("/api/openapi.json").text
    for match in text.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/) {
      #expect(schemas[String(match.1)] != nil, "\(match.1)")
    }
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    for (path, operations) in paths {
      let parameters = try #require(operations["get"]?["parameters"] as? [[String: Any]])
      let places = parameters.filter { $0["in"] as? String == "path" }.compactMap { $0["name"] as? String }
      #expect(places == path.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
      #expect(parameters.allSatisfy { $0["schema"] != nil && $0["description"] != nil })
    }
    let names = paths.values.compactMap { $0["get"]?["operationId"] as? String }
    #expect(Set(names).count == names.count)
  }

  @Test("describes what the answers hold", arguments: Section.routes.filter(\.isData).map(\.example))
  func answers(address: String) async throws {
    let route = try #require(Section.routes.first { $0.example == address })
    guard case .data(let name, _) = route.kind else { return }
    let document = try await Self.document()
    let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
    let schema = SchemaCheck(schemas: schemas)
    #expect(
      schema.faults(try await Visit.get(address).json(), ["$ref": "#/components/schemas/\(name)"]) == [])
  }
}
