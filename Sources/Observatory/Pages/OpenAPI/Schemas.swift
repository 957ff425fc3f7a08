import Workbench

/// What answers look like, as JSON Schema (2020-12).
enum Schemas {
  static let all: JSON = [
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
    "Corpora": array(of: ["$ref": "#/components/schemas/Corpus"]),
    "Corpus": [
      "type": "object", "required": ["name", "documents", "without_text", "from", "to", "duplicates"],
      "properties": [
        "name": string, "documents": count, "without_text": count, "from": optional, "to": optional,
        "duplicates": ["type": ["object", "null"]],
      ],
    ],
    "CorpusCounts": [
      "type": "object", "required": ["name", "documents", "by", "count", "total", "undated", "rows"],
      "properties": [
        "name": string, "documents": count, "by": ["enum": ["year", "month", "outlet", "language"]],
        "count": ["enum": ["document", "cluster", "outlet"]], "total": count, "undated": count,
        "rows": array(of: [
          "type": "object", "required": ["key", "certain", "possible"],
          "properties": ["key": optional, "certain": count, "possible": count],
        ]),
      ],
    ],
    "Clusters": [
      "type": "object", "required": ["corpus", "clusters", "next"],
      "properties": [
        "corpus": string, "next": optional,
        "clusters": array(of: [
          "type": "object", "required": ["documents", "earliest", "title", "date", "outlet"],
          "properties": [
            "documents": count, "earliest": string, "title": optional, "date": optional, "outlet": optional,
          ],
        ]),
      ],
    ],
    "DocumentsFound": [
      "type": "object",
      "required": ["corpus", "query", "found", "more", "without_copies", "outlets", "documents", "next"],
      "properties": [
        "corpus": string, "query": string, "found": count, "more": ["type": "boolean"],
        "without_copies": whole,
        "next": optional,
        "outlets": array(of: [
          "type": "object", "required": ["outlet", "documents"],
          "properties": ["outlet": optional, "documents": count],
        ]),
        "documents": array(of: [
          "type": "object", "required": ["id", "title", "date", "outlet", "language", "copies", "excerpt"],
          "properties": [
            "id": string, "title": optional, "date": optional, "outlet": optional, "language": optional,
            "copies": whole, "excerpt": ["type": ["array", "null"]],
          ],
        ]),
      ],
    ],
    "Document": [
      "type": "object",
      "required": [
        "corpus", "id", "title", "date", "outlet", "language", "under", "authors", "extra", "length", "hash",
        "copies", "cluster", "text", "next",
      ],
      "properties": [
        "corpus": string, "id": string, "title": optional, "date": optional, "outlet": optional,
        "language": optional, "under": optional, "authors": array(of: string), "extra": optional,
        "length": count, "hash": string, "copies": whole, "cluster": array(of: string), "text": optional,
        "next": optional,
      ],
    ],
    "DocumentCodes": [
      "type": "object", "required": ["decided", "given"],
      "properties": [
        "decided": array(of: [
          "type": "object",
          "required": ["codebook", "code", "path", "holds", "by", "reason", "version", "at"],
        ]),
        "given": array(of: [
          "type": "object",
          "required": [
            "codebook", "coder", "code", "path", "start", "end", "unsure", "memo", "version", "at",
          ],
        ]),
      ],
    ],
    "DocumentDifference": [
      "type": "object", "required": ["a", "b", "shared", "only_a", "only_b", "cut", "parts"],
      "properties": [
        "shared": count, "only_a": count, "only_b": count, "cut": ["type": "boolean"],
        "parts": array(of: [
          "type": "object", "required": ["in", "text"],
          "properties": ["in": ["enum": ["both", "a", "b"]], "text": string],
        ]),
      ],
    ],
    "Concordance": [
      "type": "object", "required": ["corpus", "query", "matches", "documents", "lines"],
      "properties": [
        "corpus": string, "query": string, "matches": count, "documents": count,
        "lines": array(of: [
          "type": "object",
          "required": ["document", "title", "date", "outlet", "bytes", "before", "match", "after"],
          "properties": [
            "document": optional, "title": optional, "date": optional, "outlet": optional,
            "bytes": array(of: count), "before": string, "match": string, "after": string,
          ],
        ]),
      ],
    ],
    "Collocates": [
      "type": "object",
      "required": [
        "corpus", "query", "window", "matches", "documents", "words_near", "words", "least", "tested",
        "collocates",
      ],
      "properties": [
        "corpus": string, "query": string, "matches": count, "documents": count, "words_near": count,
        "words": count, "least": count, "tested": count,
        "collocates": array(of: [
          "type": "object",
          "required": [
            "word", "near", "left", "right", "total", "expected", "log_dice", "pmi", "t", "g2", "p", "q",
          ],
          "properties": ["word": string, "near": count, "expected": number, "log_dice": number],
        ]),
      ],
    ],
    "Career": [
      "type": "object",
      "required": [
        "corpus", "query", "by", "matches", "documents", "of_documents", "words", "first", "undated",
        "periods", "modifiers",
      ],
      "properties": [
        "corpus": string, "query": string, "by": ["enum": ["month", "year", "decade"]], "matches": count,
        "periods": array(of: [
          "type": "object", "required": ["period", "documents", "words", "matches", "per_million"],
          "properties": [
            "period": string, "documents": ["$ref": "#/components/schemas/Count"],
            "matches": ["$ref": "#/components/schemas/Count"],
          ],
        ]),
        "modifiers": array(of: [
          "type": "object", "required": ["text", "words", "matches", "first", "periods"],
          "properties": ["text": string, "words": count, "matches": count],
        ]),
      ],
    ],
    "Keyness": [
      "type": "object",
      "required": [
        "corpus", "target", "reference", "in_both", "in_neither", "least", "tested", "words",
      ],
      "properties": [
        "corpus": string, "in_both": count, "in_neither": count, "least": count,
        "tested": count,
        "words": array(of: [
          "type": "object",
          "required": [
            "word", "target", "reference", "target_documents", "reference_documents", "g2", "chi2",
            "log_ratio", "p", "q",
          ],
          "properties": ["word": string, "target": count, "reference": count, "g2": number],
        ]),
      ],
    ],
    "Themes": [
      "type": "object",
      "required": ["corpus", "by", "count", "uncoded", "elsewhere", "unfinished", "themes", "comparisons"],
      "properties": [
        "corpus": string, "by": ["enum": ["none", "year", "month", "outlet", "language"]],
        "count": ["enum": ["document", "cluster"]], "uncoded": count, "elsewhere": count, "unfinished": count,
        "themes": array(of: [
          "type": "object", "required": ["theme", "all", "parts"],
          "properties": [
            "theme": string, "all": share,
            "parts": array(of: share),
          ],
        ]),
        "comparisons": array(of: [
          "type": "object", "required": ["theme", "before", "after", "difference", "ratio", "p"],
        ]),
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
  private static let whole: JSON = ["type": ["integer", "null"]]
  private static let number: JSON = ["type": "number"]
  private static let string: JSON = ["type": "string"]
  private static let optional: JSON = ["type": ["string", "null"]]
  /// Texts by label.
  private static let texts: JSON = ["type": "object", "additionalProperties": string]
  private static let count: JSON = ["type": "integer", "minimum": 0]
  private static let counts: JSON = ["type": "object", "additionalProperties": count]

  private static let share: JSON = [
    "type": "object", "required": ["certain", "possible", "of", "share", "low", "high"],
    "properties": [
      "certain": count, "possible": count, "of": count, "share": ["type": ["number", "null"]],
      "low": ["type": ["number", "null"]], "high": ["type": ["number", "null"]], "part": string,
    ],
  ]

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

  private static func array(of items: JSON) -> JSON { ["type": "array", "items": items] }

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
