import Workbench

/// What answers look like, as JSON Schema (2020-12).
enum Schemas {
  static let all: JSON = .object(members(record) + members(ofTexts))

  private static func members(_ schemas: JSON) -> [JSON.Member] {
    guard case .object(let members) = schemas else { return [] }
    return members
  }

  private static let record: JSON = [
    "Problem": object([
      "type": "string", "title": "string", "status": "integer", "detail": "string",
    ]),
    "OpenAPI": ["type": "object"],
    "VegaLite": ["type": "object", "required": ["$schema"]],
    "Overview": [
      "type": "object", "required": ["counts", "contradictions", "earliest", "latest"],
      "properties": [
        "counts": counts, "contradictions": counts, "earliest": optional, "latest": optional,
      ],
    ],
    "Matches": array(of: [
      "type": "object", "required": ["kind", "id", "title", "page"],
      "properties": [
        "kind": ["enum": ["actor", "partnership", "event", "observation", "source"]],
        "id": string, "title": string, "page": optional,
      ],
    ]),
    "Dossier": [
      "type": "object",
      "required": [
        "policy", "kind", "id", "title", "facts", "partnershipCount", "partnerships", "eventCount", "events",
        "contradictions", "statements",
      ],
      "properties": [
        "policy": string, "kind": string, "id": string, "title": string, "facts": texts,
        "partnershipCount": count, "eventCount": count,
        "partnerships": array(of: [
          "type": "object", "required": ["id", "title", "facts", "episodes"],
          "properties": ["id": string, "title": string, "facts": texts, "episodes": array(of: string)],
        ]),
        "events": array(of: [
          "type": "object",
          "required": [
            "id", "date", "type", "title", "participants", "partnerships", "flows", "outcome",
          ],
          "properties": [
            "id": string, "date": string, "type": string, "title": string, "outcome": string,
            "participants": array(of: string), "partnerships": array(of: string), "flows": array(of: string),
          ],
        ]),
        "contradictions": array(of: ["$ref": "#/components/schemas/Contradiction"]),
        "statements": array(of: ["$ref": "#/components/schemas/Statement"]),
      ],
    ],
    "Table": [
      "type": "object",
      "required": [
        "policy", "title", "unit", "rows", "columns", "cells", "rowTotals", "columnTotals", "total", "notes",
      ],
      "properties": [
        "policy": string, "title": string, "unit": string, "rows": heads, "columns": heads,
        "cells": array(of: bounds), "rowTotals": array(of: bounds), "columnTotals": array(of: bounds),
        "notes": array(of: string),
      ],
    ],
    "Cell": [
      "type": "object", "required": ["certain", "possible", "kind", "items", "next"],
      "properties": [
        "certain": count, "possible": count, "kind": string, "next": optional,
        "items": array(of: [
          "type": "object", "required": ["id", "title", "certain"],
          "properties": ["id": string, "title": string, "certain": ["type": "boolean"]],
        ]),
      ],
    ],
    "Events": [
      "type": "object", "required": ["certain", "possible", "events", "next"],
      "properties": [
        "certain": count, "possible": count, "next": optional,
        "events": array(of: [
          "type": "object",
          "required": [
            "id", "date", "type", "title", "certain", "participants", "partnerships", "flows", "outcome",
          ],
          "properties": [
            "id": string, "date": string, "type": string, "title": string, "outcome": string,
            "certain": ["type": "boolean"], "participants": array(of: string),
            "partnerships": array(of: string),
            "flows": array(of: [
              "type": "object", "required": ["id", "item", "quantity", "value", "terms", "outcome"],
              "properties": [
                "id": string, "item": string, "quantity": optional, "value": optional, "terms": optional,
                "outcome": optional,
              ],
            ]),
          ],
        ]),
      ],
    ],
    "Totals": [
      "type": "object", "required": ["item", "terms", "outcome"],
      "properties": ["item": array(of: total), "terms": array(of: total), "outcome": array(of: total)],
    ],
    "Rows": [
      "type": "object", "required": ["columns", "rows", "cut"],
      "properties": [
        "columns": array(of: string), "cut": ["type": "boolean"],
        "rows": array(of: array(of: ["type": ["string", "number", "null"]])),
      ],
    ],
    "PartnershipRows": [
      "type": "object", "required": ["count", "partnerships", "next"],
      "properties": [
        "count": ["$ref": "#/components/schemas/Count"], "next": optional,
        "partnerships": array(of: [
          "type": "object", "required": ["id", "title", "kind", "established", "isCertain"],
          "properties": [
            "id": string, "title": string, "kind": optional, "established": optional,
            "isCertain": ["type": "boolean"],
          ],
        ]),
      ],
    ],
    "Kinds": ["type": "object", "additionalProperties": ["$ref": "#/components/schemas/Count"]],
    "Count": [
      "type": "object", "required": ["certain", "possible"],
      "properties": ["certain": count, "possible": count],
    ],
    "Contradiction": [
      "type": "object", "required": ["id", "type", "rule", "kind", "entity", "property", "side", "rivals"],
      "properties": [
        "id": string, "type": string, "rule": string, "kind": string, "entity": string, "property": string,
        "side": optional,
        "rivals": array(of: [
          "type": "object", "required": ["value", "statements"],
          "properties": [
            "value": string,
            "statements": array(of: [
              "type": "object", "required": ["id", "source", "locator"],
              "properties": ["id": string, "source": optional, "locator": optional],
            ]),
          ],
        ]),
      ],
    ],
    "Contradictions": [
      "type": "object", "required": ["count", "next", "contradictions"],
      "properties": [
        "count": count, "next": optional,
        "contradictions": array(of: ["$ref": "#/components/schemas/Contradiction"]),
      ],
    ],
    "Weights": [
      "type": "object", "required": ["state", "sensitivity"],
      "properties": [
        "state": ["enum": ["being weighed", "weighed", "not to be weighed"]],
        "sensitivity": ["type": ["object", "null"]],
      ],
    ],
    "Studies": array(of: studyHead),
    "Study": [
      "type": "object", "required": ["study", "title", "source", "counts", "checks", "tables", "figures"],
      "properties": [
        "study": string, "title": string, "source": string, "counts": counts,
        "checks": array(of: [
          "type": "object",
          "required": [
            "study", "check", "policy", "status", "published", "unit", "computed", "locator", "says",
            "statements", "why",
            "missing",
          ],
        ]),
        "tables": array(of: studyPart), "figures": array(of: studyPart),
      ],
    ],
    "CrossTable": [
      "type": "object",
      "required": [
        "title", "unit", "rows", "columns", "cells", "rowTotals", "columnTotals", "total", "notes",
      ],
      "properties": [
        "title": string, "unit": string, "rows": heads, "columns": heads,
        "cells": array(of: ["type": "object", "required": ["row", "column", "certain", "possible"]]),
        "rowTotals": array(of: ["type": "object"]), "columnTotals": array(of: ["type": "object"]),
        "total": ["type": ["object", "null"]], "notes": array(of: string),
      ],
    ],
    "Sources": [
      "type": "object", "required": ["count", "next", "sources"],
      "properties": [
        "count": count, "next": optional,
        "sources": array(of: [
          "type": "object", "required": ["id", "title", "issued", "statements", "entities", "share"],
          "properties": [
            "id": string, "title": string, "issued": string, "statements": count, "entities": count,
            "share": ["type": ["number", "null"]],
          ],
        ]),
      ],
    ],
    "Statements": [
      "type": "object", "required": ["next", "statements"],
      "properties": ["next": whole, "statements": array(of: ["$ref": "#/components/schemas/Statement"])],
    ],
    "TieMap": [
      "type": "object", "required": ["years", "levels", "kinds", "places", "ties", "absent", "chart"],
      "properties": [
        "years": array(of: ["type": "integer"]), "levels": array(of: string), "kinds": array(of: string),
        "places": columns(["code": string, "name": string, "longitude": number, "latitude": number]),
        "ties": columns([
          "places": array(of: count), "level": count, "kind": count, "possibleFrom": whole,
          "certainFrom": whole,
          "certainUntil": whole, "possibleUntil": whole, "count": count,
        ]),
        "absent": array(of: [
          "type": "object", "required": ["why", "count"], "properties": ["why": string, "count": count],
        ]),
        "chart": ["type": "object"],
      ],
    ],
    "Statement": [
      "type": "object",
      "required": [
        "id", "kind", "entity", "says", "source", "locator", "rank", "certainty", "coder", "note",
        "recordedAt", "batch", "retraction",
      ],
      "properties": [
        "id": string, "kind": string, "entity": string, "says": ["type": "object"], "source": string,
        "locator": string, "rank": string, "certainty": string, "coder": string, "note": string,
        "recordedAt": string, "batch": ["type": "integer"], "retraction": optional,
      ],
    ],
  ]

  private static let studyHead: JSON = [
    "type": "object", "required": ["study", "title", "source", "counts"],
    "properties": ["study": string, "title": string, "source": string, "counts": counts],
  ]
  private static let studyPart: JSON = [
    "type": "object", "required": ["id", "title", "locator"],
    "properties": ["id": string, "title": string, "locator": string],
  ]
  static let whole: JSON = ["type": ["integer", "null"]]
  static let number: JSON = ["type": "number"]
  static let string: JSON = ["type": "string"]
  static let optional: JSON = ["type": ["string", "null"]]
  /// Texts by label.
  private static let texts: JSON = ["type": "object", "additionalProperties": string]
  static let count: JSON = ["type": "integer", "minimum": 0]
  private static let counts: JSON = ["type": "object", "additionalProperties": count]

  private static let heads = array(of: [
    "type": "object", "required": ["key", "name"], "properties": ["key": string, "name": string],
  ])
  /// A null `possible` is unbounded.
  private static let bounds: JSON = [
    "type": "object",
    "properties": [
      "row": string, "column": string, "certain": ["type": "number"],
      "possible": ["type": ["number", "null"]],
      "published": string, "differs": ["type": "boolean"],
    ],
  ]
  private static let total: JSON = [
    "type": "object", "required": ["name", "certain", "possible"],
    "properties": [
      "name": string, "certain": count, "possible": count, "least": ["type": "number"],
      "most": ["type": ["number", "null"]], "unknown": count,
    ],
  ]

  static func array(of items: JSON) -> JSON { ["type": "array", "items": items] }

  /// Lists of one length, side by side.
  private static func columns(_ types: KeyValuePairs<String, JSON>) -> JSON {
    .object([
      .init("type", "object"), .init("required", .array(types.map { .string($0.key) })),
      .init("properties", .object(types.map { .init($0.key, array(of: $0.value)) })),
    ])
  }

  private static func object(_ types: KeyValuePairs<String, String>) -> JSON {
    .object([
      .init("type", "object"), .init("required", .array(types.map { .string($0.key) })),
      .init("properties", .object(types.map { .init($0.key, ["type": .string($0.value)]) })),
    ])
  }
}
