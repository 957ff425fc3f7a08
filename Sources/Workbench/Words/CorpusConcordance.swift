public import Archive
public import Discourse
public import Interchange

/// Keywords in context in a corpus.
public struct CorpusConcordance: Sendable {
  private let choice: TextChoice
  private let query: WordQuery
  private let width: Int
  /// Of those that were found, the first in the order that was asked for.
  public let lines: [Concordance.Line]
  private let documents: [Int: FiledDocument]
  public let matches: Int
  /// Documents with a match.
  public let ranges: Int

  /// More are counted, not sorted.
  private static let mostSorted = 100_000

  /// - Parameters:
  ///   - limit: lines that are shown, of the sorted ones.
  ///   - width: columns of text on each side of a match.
  public init(
    _ query: WordQuery, in texts: CorpusTexts, sortedBy order: Concordance.Order = .text, limit: Int = 50,
    width: Int = 34, progress: Advance.Listener? = nil
  ) throws {
    (choice, self.query, self.width) = (texts.choice, query, width)
    let search = ConcordanceSearch(
      query.matcher, context: ConcordanceSearch.Context(characters: max(60, width)),
      // In the order of the text no more are needed than are shown.
      most: order == .text ? limit : Self.mostSorted)
    try texts.forEachBatch(progress: progress) { batch, _ in search.add(batch) }
    let found = search.concordance()
    (matches, ranges) = (found.matches, found.ranges)
    lines = Array(found.sorted(by: order, folding: query.folding).prefix(limit))
    documents = try texts.filed(lines.map(\.document))
  }

  /// The document that a line is of, without its text.
  public func document(of line: Concordance.Line) -> FiledDocument? { documents[line.document] }

  /// How much was found in how many documents, and what is to be known of them.
  public var notes: [String] {
    [
      "\(matches) match\(matches == 1 ? "" : "es") of \(query.text.shown()) in \(ranges) of \(choice.documents) documents"
        + (lines.count < matches ? ", of which \(lines.count) are shown." : ".")
    ] + choice.notes + (matches <= Self.mostSorted ? [] : ["Only the first 100,000 matches are sorted."])
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
      numeric: [isDated ? 2 : 1], notes: notes)
  }

  public var json: JSON {
    .object([
      .init("corpus", .string(choice.corpus)), .init("query", .string(query.text)),
      .init("matches", .count(matches)), .init("documents", .count(ranges)),
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
