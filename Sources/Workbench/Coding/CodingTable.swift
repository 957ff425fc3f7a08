import Discourse
public import Interchange

/// Codings as a table: each that was made, or those that stand.
public struct CodingTable {
  private let desk: CodingDesk
  private let codings: [Coding]

  /// - Parameters:
  ///   - coder: only this one's.
  ///   - isWhole: whether with those that stand no longer.
  public init(_ desk: CodingDesk, coder: String? = nil, isWhole: Bool = false) throws {
    self.desk = desk
    let all = try desk.codings()
    let standing = all.documents.flatMap { $0.given + ($0.judgement.map { [$0] } ?? []) }
    codings = (isWhole ? all.log : standing).filter { coder == nil || $0.coder == coder }
  }

  public var grid: Grid {
    Grid(
      header: [
        "document", "coder", "verdict", "code", "path", "start", "end", "unsure", "memo", "version", "stale",
        "at",
        "id",
      ],
      rows: codings.map { coding in
        [
          coding.document, coding.coder, coding.verdict.text, coding.code ?? "",
          coding.code.map(desk.path) ?? "",
          coding.passage.map { String($0.start) } ?? "", coding.passage.map { String($0.end) } ?? "",
          coding.isUnsure ? "yes" : "", coding.memo, String(coding.version), stale(coding) ?? "", coding.at,
          coding.id,
        ]
      }, numeric: [5, 6, 9])
  }

  public var json: JSON {
    .array(
      codings.map { coding in
        .object([
          .init("document", .string(coding.document)), .init("coder", .string(coding.coder)),
          .init("verdict", .string(coding.verdict.text)),
          .init("code", coding.code.map(JSON.string) ?? .null),
          .init("start", coding.passage.map { .integer(Int64($0.start)) } ?? .null),
          .init("end", coding.passage.map { .integer(Int64($0.end)) } ?? .null),
          .init("unsure", .boolean(coding.isUnsure)), .init("memo", .string(coding.memo)),
          .init("version", .integer(Int64(coding.version))),
          .init("stale", stale(coding).map(JSON.string) ?? .null), .init("at", .string(coding.at)),
          .init("id", .string(coding.id)),
        ])
      })
  }

  private func stale(_ coding: Coding) -> String? {
    guard case .code(let code, _) = coding.verdict else { return nil }
    return desk.codebook.versions.staleness(of: code, givenUnder: coding.version)?.text
  }
}
