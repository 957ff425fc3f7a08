import Workbench

extension Section {
  /// What the API is, for programs.
  static let openAPI = Section(routes: [
    Route(
      path: "/api/openapi.json", kind: .data(schema: "OpenAPI", isTable: false),
      summary: "This document", example: "/api/openapi.json"
    ) { _, _ in
      .data(OpenAPI.document(of: Section.routes), table: nil)
    }
  ])
}

/// The OpenAPI 3.1 document, written from the table that mounts the routes.
enum OpenAPI {
  static func document(of routes: [Route]) -> JSON {
    let paths = routes.compactMap { route -> JSON.Member? in
      guard case .data(let schema, let isTable) = route.kind else { return nil }
      return JSON.Member(route.path, ["get": operation(route, schema, isTable)])
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Entente", "version": "1",
        "description":
          "The record of partnerships, read only. Every answer has an ETag; it changes when the record does.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "paths": .object(paths),
      "components": ["schemas": Schemas.all, "responses": problems],
    ]
  }

  private static func operation(_ route: Route, _ schema: String, _ isTable: Bool) -> JSON {
    let example = zip(route.path.split(separator: "/"), route.example.split(separator: "/"))
    let places = route.places.map { name in
      let value = example.first { $0.0 == "{\(name)}" }?.1 ?? ""
      return parameter(
        name, in: "path", "Its identifier.",
        ["type": "string", "minLength": 1, "examples": [.string(String(value))]], isRequired: true)
    }
    let queries = route.parameters.map {
      parameter($0.name, in: "query", $0.about, $0.schema, isRequired: $0.isRequired)
    }
    let format = parameter(
      "format", in: "query", "The form of the answer, where it cannot be asked for by Accept.",
      ["type": "string", "enum": .array(route.forms.map { .string($0.rawValue) })], isRequired: false)
    let json = JSON.Member(
      Answer.json,
      [
        "schema": ["$ref": .string("#/components/schemas/\(schema)")]
      ])
    let csv = JSON.Member("text/csv", ["schema": ["type": "string"]])
    return [
      "operationId": .string(name(of: route)), "summary": .string(route.summary),
      "parameters": .array(places + queries + [format]),
      "responses": [
        "200": ["description": "It.", "content": .object(isTable ? [json, csv] : [json])],
        "304": ["description": "The same as by the ETag that was sent."],
        "400": ["$ref": "#/components/responses/NotUnderstood"],
        "404": ["$ref": "#/components/responses/NotOnRecord"],
        "default": ["$ref": "#/components/responses/Refused"],
      ],
    ]
  }

  private static func parameter(
    _ name: String, in place: String, _ about: String, _ schema: JSON, isRequired: Bool
  ) -> JSON {
    [
      "name": .string(name), "in": .string(place), "description": .string(about),
      "required": .boolean(isRequired), "schema": schema,
    ]
  }

  /// `/api/v1/actors/{id}/timeline` is `actorsIdTimeline`.
  private static func name(of route: Route) -> String {
    let words = route.path.split(separator: "/").filter { $0 != "api" && $0 != "v1" }
      .map { $0.split(separator: ".")[0].filter { $0 != "{" && $0 != "}" } }
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }
      .joined()
  }

  private static let problems: JSON = [
    "NotUnderstood": problem("A parameter or the address cannot be read."),
    "NotOnRecord": problem("Nothing is called so."),
    "Refused": problem("The request is not one that is served: too long, with a body, to another host."),
  ]

  private static func problem(_ about: JSON) -> JSON {
    [
      "description": about,
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
  }
}
