public import Archive
public import Interchange

/// What corpora there are, and what a corpus has of each outlet.
public enum CorpusList {
  public static func grid(_ corpora: [Corpus]) -> Grid {
    Grid(
      header: ["corpus", "documents", "from", "to", "without text", "without copies", "clusters"],
      rows: corpora.map { corpus in
        [
          corpus.name.displayed(), String(corpus.documents), corpus.earliest ?? "", corpus.latest ?? "",
          corpus.withoutText > 0 ? String(corpus.withoutText) : "",
          corpus.duplicates.map { String(corpus.documents - $0.duplicates) } ?? "",
          corpus.duplicates.map { String($0.clusters) } ?? "",
        ]
      }, numeric: [1, 4, 5, 6], notes: corpora.flatMap(\.duplicateNotes))
  }

  public static func json(_ corpora: [Corpus]) -> JSON { .array(corpora.map(json)) }

  static func json(_ corpus: Corpus) -> JSON {
    .object([
      .init("name", .string(corpus.name)), .init("documents", .integer(Int64(corpus.documents))),
      .init("without_text", .integer(Int64(corpus.withoutText))),
      .init("from", corpus.earliest.map(JSON.string) ?? .null),
      .init("to", corpus.latest.map(JSON.string) ?? .null),
      .init("duplicates", corpus.duplicates.map(json) ?? .null),
    ])
  }

  private static func json(_ summary: DuplicateSummary) -> JSON {
    .object([
      .init("documents", .integer(Int64(summary.documents))),
      .init("exact_groups", .integer(Int64(summary.exactGroups))),
      .init("clusters", .integer(Int64(summary.clusters))),
      .init("duplicates", .integer(Int64(summary.duplicates))),
      .init("rule", DuplicateJSON.rule(summary.rule)),
      .init("found_at", .string(summary.foundAt)),
    ])
  }

  /// Of each outlet of a corpus.
  public static func grid(
    _ corpus: Corpus, _ outlets: [(outlet: String?, documents: Int, distinct: Int?)]
  ) -> Grid {
    Grid(
      header: ["outlet", "documents", "without copies"],
      rows: outlets.map {
        [$0.outlet?.displayed() ?? "not known", String($0.documents), $0.distinct.map(String.init) ?? ""]
      },
      numeric: [1, 2], title: "\(corpus.name): \(corpus.documents) documents",
      notes: corpus.duplicateNotes
        + (corpus.duplicates == nil
          ? []
          : ["A text that several outlets have counts once for each of them."]))
  }

  public static func json(
    _ corpus: Corpus, _ outlets: [(outlet: String?, documents: Int, distinct: Int?)]
  ) -> JSON {
    json(corpus).setting(
      "outlets",
      .array(
        outlets.map { outlet in
          .object([
            .init("outlet", outlet.outlet.map(JSON.string) ?? .null),
            .init("documents", .integer(Int64(outlet.documents))),
            .init("without_copies", outlet.distinct.map { .integer(Int64($0)) } ?? .null),
          ])
        }))
  }
}

extension Corpus {
  /// What is to be known of its search for duplicates.
  fileprivate var duplicateNotes: [String] {
    guard let duplicates else {
      return ["In \(name) duplicates were not looked for yet: entente corpus dedupe \(name)"]
    }
    let later = documents - withoutText - duplicates.documents
    return later == 0
      ? [] : ["\(name) has changed since duplicates were looked for: entente corpus dedupe \(name)"]
  }
}
