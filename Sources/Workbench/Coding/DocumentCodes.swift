public import Archive
import Discourse
public import Interchange

/// What was found in a document by those whose codings are open to view: what was decided, and what each coder had given.
///
/// Codings of a document are their coders' own, and nobody else is shown them, until all of them are through with it and what they disagree on
/// is decided.
public struct DocumentCodes: Sendable {
  public struct Decision: Sendable {
    public let codebook: String
    /// The code's path of names, as the codebook has it now.
    public let path: String
    public let code: String
    public let holds: Bool
    public let by: String
    public let reason: String
    public let version: Int
    public let at: String
  }

  public struct Given: Sendable {
    public let codebook: String
    public let coder: String
    /// Nil where the coder found that no code applies, or skipped the document.
    public let code: String?
    /// The code's path of names, or the coder's verdict.
    public let path: String
    public let start: Int?
    public let end: Int?
    /// What the passage says; nil of the whole document, or without the text.
    public let passage: String?
    public let isUnsure: Bool
    public let memo: String
    public let version: Int
    public let at: String
  }

  public let decisions: [Decision]
  public let given: [Given]

  /// - Parameter text: the document's, for its passages.
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`.
  public init(of document: String, text: String?, in corpus: String, _ archive: ArchiveStore) throws {
    var decisions: [Decision] = []
    var given: [Given] = []
    for name in try archive.codebooks(of: corpus) {
      let desk = try CodingDesk(archive, corpus: corpus, codebook: name)
      let log = try archive.decisions(of: corpus, codebook: name, document: document)
      let codings = try archive.codings(of: corpus, codebook: name, document: document)
      guard try desk.isDecided(document, codings, log) else { continue }
      var seen: Set<String> = []
      let standing = log.reversed().filter { seen.insert($0.code).inserted }.reversed()
      decisions += standing.map { one in
        Decision(
          codebook: name, path: desk.path(of: one.code), code: one.code, holds: one.holds, by: one.by,
          reason: one.reason, version: one.version, at: one.at)
      }
      given += codings.documents.flatMap { coded in
        (coded.given + (coded.judgement.map { [$0] } ?? [])).map { one in
          Given(
            codebook: name, coder: one.coder, code: one.code,
            path: one.code.map(desk.path) ?? one.verdict.text, start: one.passage?.start,
            end: one.passage?.end,
            passage: text.flatMap { text in one.passage?.text(in: text).map(String.init) },
            isUnsure: one.isUnsure, memo: one.memo, version: one.version, at: one.at)
        }
      }
    }
    (self.decisions, self.given) = (decisions, given)
  }

  public var json: JSON {
    .object([
      .init(
        "decided",
        .array(
          decisions.map { one in
            .object([
              .init("codebook", .string(one.codebook)), .init("code", .string(one.code)),
              .init("path", .string(one.path)), .init("holds", .boolean(one.holds)),
              .init("by", .string(one.by)),
              .init("reason", .string(one.reason)), .init("version", .count(one.version)),
              .init("at", .string(one.at)),
            ])
          })),
      .init(
        "given",
        .array(
          given.map { one in
            .object([
              .init("codebook", .string(one.codebook)), .init("coder", .string(one.coder)),
              .init("code", one.code.map(JSON.string) ?? .null), .init("path", .string(one.path)),
              .init("start", one.start.map(JSON.count) ?? .null),
              .init("end", one.end.map(JSON.count) ?? .null),
              .init("unsure", .boolean(one.isUnsure)), .init("memo", .string(one.memo)),
              .init("version", .count(one.version)), .init("at", .string(one.at)),
            ])
          })),
    ])
  }

  /// A row a decision or a coding.
  public var grid: Grid {
    Grid(
      header: [
        "codebook", "by", "is", "code", "path", "start", "end", "unsure", "text", "version", "at",
      ],
      rows: decisions.map {
        [
          $0.codebook, $0.by, $0.holds ? "decided to hold" : "decided not to hold", $0.code, $0.path, "", "",
          "",
          $0.reason, String($0.version), $0.at,
        ]
      }
        + given.map {
          [
            $0.codebook, $0.coder, "coded", $0.code ?? "", $0.path, $0.start.map(String.init) ?? "",
            $0.end.map(String.init) ?? "", $0.isUnsure ? "yes" : "", $0.memo, String($0.version), $0.at,
          ]
        })
  }
}
