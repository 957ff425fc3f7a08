public import Archive
import Diplomacy
import Discourse
import Foundation

/// Where two documents differ, for people and programs.
public struct DocumentDifference {
  private let first: FiledDocument
  private let second: FiledDocument
  private let difference: WordDifference

  /// Words that both have beside a change; more of them are counted, not shown.
  private static let shown = 12

  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`; `WorkbenchError.notFound` for a text that is not in the archive.
  public init(_ first: String, _ second: String, in corpus: String, _ archive: ArchiveStore) throws {
    (self.first, self.second) = (
      try archive.document(first, in: corpus), try archive.document(second, in: corpus)
    )
    guard let one = self.first.text, let other = self.second.text else {
      throw WorkbenchError.badOption(
        name: "the document", value: self.first.text == nil ? first : second,
        expected: "one whose text is in the archive, not outside")
    }
    difference = WordDifference(one, other)
  }

  /// What only the first has stands between `[-` and `-]`, what only the second has between `{+` and `+}`, as wdiff writes it.
  public var text: String {
    let parts = difference.parts.enumerated().map { index, part in
      switch part.side {
      case .first: "[-\(Self.plain(part.text))-]"
      case .second: "{+\(Self.plain(part.text))+}"
      case .both:
        Self.plain(shortened(part.text, isFirst: index == 0, isLast: index == difference.parts.count - 1))
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

  private static func heading(_ document: FiledDocument) -> String {
    [document.id, document.date, document.outlet, document.title].compactMap { $0?.displayed(atMost: 200) }
      .joined(
        separator: ", ")
  }

  private func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let words = text.split(separator: " ")
    guard words.count > 3 * Self.shown else { return text }
    let (head, tail) = (words.prefix(isFirst ? 0 : Self.shown), words.suffix(isLast ? 0 : Self.shown))
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
      .init("only_b", .integer(Int64(difference.onlySecond))),
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

  private static func json(_ document: FiledDocument) -> JSON {
    .object([
      .init("id", .string(document.id)), .init("date", document.date.map(JSON.string) ?? .null),
      .init("outlet", document.outlet.map(JSON.string) ?? .null),
      .init("title", document.title.map(JSON.string) ?? .null),
    ])
  }
}
