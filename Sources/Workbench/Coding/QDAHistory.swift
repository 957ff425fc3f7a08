import Archive
import Discourse
import Foundation

/// What REFI-QDA has no place for, as a note of the project: earlier versions of the codebook, codings that were taken back, *no code* and
/// *skipped*, who was unsure, decisions. Other programs show it as a memo and keep it.
struct QDAHistory: Codable {
  static let guid = Guid.of("history")
  static let name = "Entente: history of codebook and codings"

  struct CodeText: Codable {
    let id: String
    let parent: String?
    let name: String
    let definition: String
    let rules: [String]
    let examples: [String]
    let given: Bool
    let color: String?
  }

  struct Version: Codable {
    let file: String
    let coder: String
    let note: String
    let codes: [CodeText]
  }

  struct Line: Codable {
    let id: String
    let document: String
    let coder: String
    let verdict: String
    let code: String?
    let start: Int?
    let end: Int?
    let unsure: Bool
    let memo: String
    let version: Int
    let at: String
  }

  struct Decision: Codable {
    let document: String
    let code: String
    let holds: Bool
    let by: String
    let reason: String
    let version: Int
  }

  let codebook: String
  let versions: [Version]
  let codings: [Line]
  let decisions: [Decision]

  init(_ filed: FiledCodebook, _ codings: Codings, _ decisions: [Adjudication]) {
    codebook = filed.name
    versions = zip(filed.versions.versions, filed.imprints).map { book, imprint in
      Version(
        file: imprint.file, coder: imprint.coder, note: imprint.note,
        codes: book.codes.map {
          CodeText(
            id: $0.id, parent: $0.parent, name: $0.name, definition: $0.rule.definition, rules: $0.rule.rules,
            examples: $0.rule.examples, given: $0.isGiven, color: $0.color)
        })
    }
    self.codings = codings.log.map {
      Line(
        id: $0.id, document: $0.document, coder: $0.coder, verdict: $0.verdict.text, code: $0.code,
        start: $0.passage?.start, end: $0.passage?.end, unsure: $0.isUnsure, memo: $0.memo,
        version: $0.version,
        at: $0.at)
    }
    self.decisions = decisions.map {
      Decision(
        document: $0.document, code: $0.code, holds: $0.holds, by: $0.by, reason: $0.reason,
        version: $0.version)
    }
  }

  /// Nil where the text is none, or was edited so that it is none any more: its versions are no codebooks, or a line says nothing that can be
  /// taken.
  init?(_ text: String) {
    guard let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)), !read.versions.isEmpty,
      (try? read.books()) != nil, read.codings.allSatisfy({ $0.coding != nil }),
      (read.codings.map(\.version) + read.decisions.map(\.version)).allSatisfy({
        (1...read.versions.count).contains($0)
      })
    else { return nil }
    self = read
  }

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// - Throws: `CodebookFault`
  func books() throws -> [Codebook] {
    try versions.map { version in
      try Codebook(
        version.codes.map {
          Code(
            id: $0.id, parent: $0.parent, name: $0.name,
            rule: .init(definition: $0.definition, rules: $0.rules, examples: $0.examples), isGiven: $0.given,
            color: $0.color)
        })
    }
  }

  var log: [Coding] { codings.compactMap(\.coding) }
}

extension QDAHistory.Line {
  /// Nil for a verdict or a passage that is none.
  fileprivate var coding: Coding? {
    let passage = start.flatMap { start in end.flatMap { Passage(start: start, end: $0) } }
    guard let verdict = Coding.Verdict(verdict, code: code, passage: passage),
      passage != nil || (start == nil && end == nil)
    else { return nil }
    return Coding(
      id: id, document: document, coder: coder, verdict: verdict, version: version, at: at, isUnsure: unsure,
      memo: memo)
  }
}
