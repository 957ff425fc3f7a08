public import Archive
import Diplomacy
public import Discourse
import Foundation
public import Interchange

/// Where two documents differ, for people and programs.
public struct DocumentDifference: Sendable {
  /// Of a document: what it is called, and what is said of it.
  private struct Heading: Sendable {
    let id: String
    let date: String?
    let outlet: String?
    let title: String?

    init(_ document: FiledDocument) {
      (id, date, outlet, title) = (document.id, document.date, document.outlet, document.title)
    }
  }

  private let first: Heading
  private let second: Heading
  public let difference: WordDifference
  /// Whether one of them is longer than what was compared.
  public let isCut: Bool

  /// Words that both have beside a change; more of them are counted, not shown.
  private static let shown = 12

  /// - Parameter most: characters from the beginning of each that are compared; nil for all.
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`; `WorkbenchError.badOption` for a text that is not in the archive.
  public init(
    _ first: String, _ second: String, in corpus: String, _ archive: ArchiveStore, most: Int? = nil
  ) throws {
    let (one, other) = (
      try archive.document(first, in: corpus), try archive.document(second, in: corpus)
    )
    (self.first, self.second) = (Heading(one), Heading(other))
    guard let text = one.text, let otherText = other.text else {
      throw WorkbenchError.badOption(
        name: "the document", value: one.text == nil ? first : second,
        expected: "one whose text is in the archive, not outside")
    }
    let cuts = [text, otherText].map { text in
      most.map { String(text.unicodeScalars.prefix($0)) } ?? text
    }
    isCut = cuts[0].utf8.count < text.utf8.count || cuts[1].utf8.count < otherText.utf8.count
    difference = WordDifference(cuts[0], cuts[1])
  }

  /// What only the first has stands between `[-` and `-]`, what only the second has between `{+` and `+}`, as wdiff writes it.
  public var text: String {
    let parts = difference.parts.enumerated().map { index, part in
      switch part.side {
      case .first: "[-\(Self.plain(part.text))-]"
      case .second: "{+\(Self.plain(part.text))+}"
      case .both:
        Self.plain(
          Self.shortened(part.text, isFirst: index == 0, isLast: index == difference.parts.count - 1))
      }
    }
    return """
      a: \(Self.heading(first))
      b: \(Self.heading(second))
      \(difference.shared) words are in both, \(difference.onlyFirst) only in a [-so-], \(difference.onlySecond) only in b {+so+}.

      \(parts.joined(separator: " "))
      """
  }

  private static func plain(_ text: String) -> String { text.displayed(atMost: 100_000) }

  private static func heading(_ document: Heading) -> String {
    [document.id, document.date, document.outlet, document.title].compactMap { $0?.displayed(atMost: 200) }
      .joined(
        separator: ", ")
  }

  /// What both have, with no more of it than stands beside a change.
  public static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let words = text.split(separator: " ")
    guard words.count > 3 * shown else { return text }
    let (head, tail) = (words.prefix(isFirst ? 0 : shown), words.suffix(isLast ? 0 : shown))
    let middle = "… (\(words.count - head.count - tail.count) words) …"
    return ([head.joined(separator: " "), middle, tail.joined(separator: " ")]).filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  /// Side by side: each part is in `a`, in `b`, or in both.
  public var json: JSON {
    .object([
      .init("a", Self.json(first)), .init("b", Self.json(second)),
      .init("shared", .integer(Int64(difference.shared))),
      .init("only_a", .integer(Int64(difference.onlyFirst))),
      .init("only_b", .integer(Int64(difference.onlySecond))), .init("cut", .boolean(isCut)),
      .init(
        "parts",
        .array(
          difference.parts.map { part in
            .object([
              .init("in", .string(["both": "both", "first": "a", "second": "b"][part.side.rawValue] ?? "")),
              .init("text", .string(part.text)),
            ])
          })),
    ])
  }

  /// A row a part.
  public var grid: Grid {
    Grid(
      header: ["in", "text"],
      rows: difference.parts.map {
        [["both": "both", "first": "a", "second": "b"][$0.side.rawValue] ?? "", $0.text]
      })
  }

  private static func json(_ document: Heading) -> JSON {
    .object([
      .init("id", .string(document.id)), .init("date", document.date.map(JSON.string) ?? .null),
      .init("outlet", document.outlet.map(JSON.string) ?? .null),
      .init("title", document.title.map(JSON.string) ?? .null),
    ])
  }
}
