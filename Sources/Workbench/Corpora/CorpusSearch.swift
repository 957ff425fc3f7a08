public import Archive
import Chronology
import Diplomacy
import Discourse
public import Interchange

/// A search in a corpus: its question as options give it, and its answer for people and programs.
public struct CorpusSearch {
  public let corpus: String
  public let question: CorpusQuestion
  private let text: String

  /// - Parameters:
  ///   - from: EDTF: the first day of it. As is `to`, the last day.
  /// - Throws: `WorkbenchError.badOption`.
  public init(
    corpus: String, text: String, from: String? = nil, to: String? = nil, outlet: String? = nil,
    limit: Int = 20,
    isCounting: Bool = false
  ) throws {
    (self.corpus, self.text) = (corpus, text)
    let query: SearchQuery
    do { query = try SearchQuery(text) } catch {
      guard case .tooLong(let words) = error else { throw error }
      throw WorkbenchError.badOption(
        name: "the query", value: text.shown(),
        expected: "\(SearchQuery.mostWords) words at most, found \(words)")
    }
    guard query.expression != nil else {
      throw WorkbenchError.badOption(name: "the query", value: text.shown(), expected: "a word at least")
    }
    question = CorpusQuestion(
      query, from: try from.map { try CorpusPart.day($0, "--from", \.earliest).description },
      to: try to.map { try CorpusPart.day($0, "--to", \.latest).description }, outlet: outlet, limit: limit,
      isCounting: isCounting)
  }

  public func run(_ archive: ArchiveStore) throws -> CorpusAnswer {
    try archive.search(corpus, for: question)
  }

  /// A row a document, with what is found in bold in an excerpt.
  public func grid(_ answer: CorpusAnswer) -> Grid {
    let shows = (
      dates: answer.documents.contains { $0.date != nil },
      outlets: answer.documents.contains { $0.outlet != nil },
      copies: answer.documents.contains { $0.copies != nil }
    )
    func row(_ cells: (String, Bool)...) -> [String] { cells.filter(\.1).map(\.0) }
    let header = row(
      ("id", true), ("date", shows.dates), ("outlet", shows.outlets), ("copies", shows.copies),
      ("found", true))
    return Grid(
      header: header,
      rows: answer.documents.map { document in
        row(
          (document.id.displayed(), true), (document.date ?? "", shows.dates),
          (document.outlet?.displayed() ?? "", shows.outlets),
          (document.copies.map { $0 > 1 ? String($0) : "" } ?? "", shows.copies),
          (excerpt(of: document), true))
      }, numeric: header.firstIndex(of: "copies").map { [$0] } ?? [], notes: notes(answer))
  }

  private func excerpt(of document: FiledDocument) -> String {
    let title = document.title.map { "\($0.displayed(atMost: 200)): " } ?? ""
    guard let text = document.text, !text.isEmpty else { return title }
    let excerpt = Excerpt(of: text, for: question.query)
    return title + (excerpt.isCutBefore ? "…" : "")
      + excerpt.parts.map {
        $0.isFound ? "**\($0.text.displayed(atMost: 1000))**" : $0.text.displayed(atMost: 1000)
      }
      .joined()
      + (excerpt.isCutAfter ? "…" : "")
  }

  private func notes(_ answer: CorpusAnswer) -> [String] {
    let count =
      (answer.isMore ? "More than " : "") + "\(answer.found) document\(answer.found == 1 ? "" : "s")"
    var notes = [
      count
        + (answer.documents.count < answer.found ? ", of which \(answer.documents.count) are shown." : ".")
    ]
    if answer.isMore {
      notes.append(
        "They are ranked among the first \(answer.found): ask for more words, or a shorter time, to rank all."
      )
    }
    if let distinct = answer.distinct { notes.append("\(distinct) when copies count once.") }
    notes += answer.outlets.prefix(10).map {
      "\($0.outlet?.displayed() ?? "outlet not known"): \($0.documents)"
    }
    return notes
  }

  public func json(_ answer: CorpusAnswer) -> JSON {
    var members: [JSON.Member] = [
      .init("corpus", .string(corpus)), .init("query", .string(text)),
      .init("found", .integer(Int64(answer.found))), .init("more", .boolean(answer.isMore)),
    ]
    if question.isCounting {
      members.append(.init("without_copies", answer.distinct.map { .integer(Int64($0)) } ?? .null))
      members.append(
        .init(
          "outlets",
          .array(
            answer.outlets.map { outlet in
              .object([
                .init("outlet", outlet.outlet.map(JSON.string) ?? .null),
                .init("documents", .integer(Int64(outlet.documents))),
              ])
            })))
    }
    members.append(.init("documents", .array(answer.documents.map(json))))
    return .object(members)
  }

  private func json(_ document: FiledDocument) -> JSON {
    let excerpt = document.text.map { Excerpt(of: $0, for: question.query) }
    return .object([
      .init("id", .string(document.id)), .init("title", document.title.map(JSON.string) ?? .null),
      .init("date", document.date.map(JSON.string) ?? .null),
      .init("outlet", document.outlet.map(JSON.string) ?? .null),
      .init("language", document.language.map(JSON.string) ?? .null),
      .init("copies", document.copies.map { .integer(Int64($0)) } ?? .null),
      .init(
        "excerpt",
        excerpt.map { excerpt in
          .array(
            excerpt.parts.map {
              .object([.init("text", .string($0.text)), .init("found", .boolean($0.isFound))])
            })
        } ?? .null),
    ])
  }
}
