public import Archive
public import Discourse
public import Interchange

/// Codebooks for people and programs.
public enum CodebookView {
  public static func grid(_ filed: FiledCodebook, version: Int) -> Grid {
    let codebook = filed.versions[version]
    let imprint = filed.imprints[version - 1]
    return Grid(
      header: ["code", "id", "definition", "rules", "examples"],
      rows: (codebook?.codes ?? []).map { code in
        let depth = (codebook?.lineage(of: code.id).count ?? 1) - 1
        return [
          String(repeating: "· ", count: depth) + code.name + (code.isGiven ? "" : " (not given)"), code.id,
          code.rule.definition, code.rule.rules.joined(separator: "; "),
          code.rule.examples.joined(separator: "; "),
        ]
      }, title: "\(filed.name), version \(version) of \(filed.versions.latest)",
      notes: [
        "Recorded \(imprint.recordedAt)" + (imprint.file.isEmpty ? "" : " from \(imprint.file)")
          + (imprint.note.isEmpty ? "." : ": \(imprint.note)")
      ])
  }

  public static func json(_ filed: FiledCodebook, version: Int) -> JSON {
    .object([
      .init("codebook", .string(filed.name)), .init("version", .integer(Int64(version))),
      .init("versions", .array(filed.imprints.enumerated().map { json($1, $0 + 1) })),
      .init("codes", .array((filed.versions[version]?.codes ?? []).map(json))),
    ])
  }

  private static func json(_ imprint: FiledCodebook.Imprint, _ number: Int) -> JSON {
    .object([
      .init("version", .integer(Int64(number))), .init("recorded_at", .string(imprint.recordedAt)),
      .init("file", .string(imprint.file)), .init("note", .string(imprint.note)),
    ])
  }

  static func json(_ code: Code) -> JSON {
    .object([
      .init("id", .string(code.id)), .init("parent", code.parent.map(JSON.string) ?? .null),
      .init("name", .string(code.name)), .init("definition", .string(code.rule.definition)),
      .init("rules", .array(code.rule.rules.map(JSON.string))),
      .init("examples", .array(code.rule.examples.map(JSON.string))), .init("given", .boolean(code.isGiven)),
      .init("color", code.color.map(JSON.string) ?? .null),
    ])
  }

  /// What differs between two versions.
  public static func grid(_ difference: CodebookDifference, from: Codebook, to: Codebook, title: String)
    -> Grid
  {
    func path(_ id: String?, _ book: Codebook) -> String { id.flatMap(book.path(of:)) ?? "the top" }
    var rows: [[String]] = []
    rows += difference.added.map { ["added", path($0.id, to), $0.id, ""] }
    rows += difference.removed.map { ["removed", path($0.id, from), $0.id, ""] }
    rows += difference.renamed.map { ["renamed", path($0.id, to), $0.id, "was '\($0.before)'"] }
    rows += difference.moved.map { ["moved", path($0.id, to), $0.id, "was in \(path($0.before, from))"] }
    rows += difference.ruleChanged.map {
      ["rule changed", path($0.id, to), $0.id, $0.parts.map(\.rawValue).joined(separator: ", ")]
    }
    return Grid(
      header: ["change", "code", "id", "what"], rows: rows, title: title,
      notes: rows.isEmpty ? ["Nothing differs, but perhaps the order and the colours."] : [])
  }

  public static func json(_ difference: CodebookDifference, _ from: Int, _ to: Int) -> JSON {
    func ids(_ codes: [Code]) -> JSON { .array(codes.map { .string($0.id) }) }
    return .object([
      .init("from", .integer(Int64(from))), .init("to", .integer(Int64(to))),
      .init("added", ids(difference.added)), .init("removed", ids(difference.removed)),
      .init(
        "renamed",
        .array(
          difference.renamed.map {
            .object([
              .init("id", .string($0.id)), .init("before", .string($0.before)),
              .init("after", .string($0.after)),
            ])
          })),
      .init(
        "moved",
        .array(
          difference.moved.map {
            .object([
              .init("id", .string($0.id)), .init("before", $0.before.map(JSON.string) ?? .null),
              .init("after", $0.after.map(JSON.string) ?? .null),
            ])
          })),
      .init(
        "rule_changed",
        .array(
          difference.ruleChanged.map {
            .object([
              .init("id", .string($0.id)), .init("parts", .array($0.parts.map { .string($0.rawValue) })),
            ])
          })),
    ])
  }
}
