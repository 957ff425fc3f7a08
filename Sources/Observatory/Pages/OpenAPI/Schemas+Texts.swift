import Workbench

extension Schemas {
  /// Of corpora, documents, words and themes.
  static let ofTexts: JSON = [
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
  ]

  private static let share: JSON = [
    "type": "object", "required": ["certain", "possible", "of", "share", "low", "high"],
    "properties": [
      "certain": count, "possible": count, "of": count, "share": ["type": ["number", "null"]],
      "low": ["type": ["number", "null"]], "high": ["type": ["number", "null"]], "part": string,
    ],
  ]
}
