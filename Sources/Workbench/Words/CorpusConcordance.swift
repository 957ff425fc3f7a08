public import Archive
public import Discourse
public import Interchange

/// Keywords in context in a corpus.
public struct CorpusConcordance {
  private let texts: CorpusTexts
  private let query: WordQuery
  private let found: Concordance
  private let lines: [Concordance.Line]
  private let documents: [Int: FiledDocument]
  private let width: Int

  public var matches: Int { found.matches }

  /// - Parameters:
  ///   - limit: lines that are shown, of the sorted ones.
  ///   - width: columns of text on each side of a match.
  public init(
    _ query: WordQuery, in texts: CorpusTexts, sortedBy order: Concordance.Order = .text, limit: Int = 50,
    width: Int = 34, progress: Advance.Listener? = nil
  ) throws {
    (self.texts, self.query, self.width) = (texts, query, width)
    let search = ConcordanceSearch(
      query.matcher, context: ConcordanceSearch.Context(characters: max(60, width)),
      // In the order of the text no more are needed than are shown.
      most: order == .text ? limit : 100_000)
    try texts.forEachBatch(progress: progress) { batch, _ in search.add(batch) }
    found = search.concordance()
    lines = Array(found.sorted(by: order, folding: query.folding).prefix(limit))
    documents = try texts.filed(lines.map(\.document))
  }

  /// A row a match, aligned about it.
  public var grid: Grid {
    let isDated = documents.values.contains { $0.date != nil }
    return Grid(
      header: ["document"] + (isDated ? ["date"] : []) + ["before", "match", "after"],
      rows: lines.map { line in
        let document = documents[line.document]
        return [document?.id.shown(atMost: 20) ?? ""] + (isDated ? [document?.date ?? ""] : [])
          + [line.left.suffix(columns: width), line.match.onOneLine, line.right.prefix(columns: width)]
      },
      numeric: [isDated ? 2 : 1],
      notes: [
        "\(found.matches) match\(found.matches == 1 ? "" : "es") of \(query.text.shown()) in \(found.ranges) of \(texts.documents.count) documents"
          + (lines.count < found.matches ? ", of which \(lines.count) are shown." : ".")
      ] + texts.notes
        + (found.lines.count < min(found.matches, 100_000) || found.matches <= 100_000
          ? [] : ["Only the first 100,000 matches are sorted."]))
  }

  public var json: JSON {
    .object([
      .init("corpus", .string(texts.corpus)), .init("query", .string(query.text)),
      .init("matches", .count(found.matches)), .init("documents", .count(found.ranges)),
      .init(
        "lines",
        .array(
          lines.map { line in
            let document = documents[line.document]
            return .object([
              .init("document", document.map { .string($0.id) } ?? .null),
              .init("title", document?.title.map(JSON.string) ?? .null),
              .init("date", document?.date.map(JSON.string) ?? .null),
              .init("outlet", document?.outlet.map(JSON.string) ?? .null),
              .init("bytes", .array([.count(line.range.lowerBound), .count(line.range.upperBound)])),
              .init("before", .string(line.left)), .init("match", .string(line.match)),
              .init("after", .string(line.right)),
            ])
          })),
    ])
  }
}

extension JSON {
  static func count(_ number: Int) -> JSON { .integer(Int64(number)) }

  /// A figure; null where there is none.
  static func figure(_ number: Double?) -> JSON { number.map(JSON.number) ?? .null }
}
