public import Archive
import Diplomacy
public import Interchange

/// The log's batches as a table and as JSON.
public struct BatchTable {
  private let batches: [LoggedBatch]

  public init(_ batches: [LoggedBatch]) { self.batches = batches }

  /// - Parameter isBrief: whether digests are cut to their first twelve characters, for reading.
  public func grid(isBrief: Bool) -> Grid {
    Grid(
      header: [
        "batch", "recorded at", "kind", "file", "statements", "known already", "sources", "ladders", "coder",
        "standing", "reason", "file hash", "mapping hash",
      ],
      rows: batches.map { one in
        [
          "\(one.number)", one.recordedAt, one.batch.kind.rawValue, one.batch.file, "\(one.added)",
          "\(one.known)", "\(one.sources)", "\(one.ladders)", one.batch.coder, Self.standing(one),
          one.batch.reason, digest(one.batch.fileHash, isBrief), digest(one.batch.mappingHash, isBrief),
        ]
      })
  }

  private func digest(_ text: String, _ isBrief: Bool) -> String { isBrief ? String(text.prefix(12)) : text }

  /// "undoes 3; undone by 5".
  private static func standing(_ one: LoggedBatch) -> String {
    let parts = [
      one.undid.map { "undoes \($0)" },
      one.retracted.isEmpty ? nil : "retracts " + one.retracted.map(\.text).joined(separator: ", "),
      one.undoneBy.map { "undone by \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// "batch 3, import of ties.csv".
  static func title(_ one: LoggedBatch) -> String {
    "batch \(one.number), \(one.batch.kind.rawValue)"
      + (one.batch.file.isEmpty ? "" : " of \(one.batch.file)")
      + (one.undid.map { " of batch \($0)" } ?? "")
      + (one.batch.coder.isEmpty ? "" : " by \(one.batch.coder)")
  }

  /// An array of batches, as in Documentation/Formats.md.
  public var json: String { JSON.array(batches.map(Self.json)).text(pretty: true) }

  static func json(_ one: LoggedBatch) -> JSON {
    .object([
      .init("batch", .integer(one.number)), .init("recordedAt", .string(one.recordedAt)),
      .init("kind", .string(one.batch.kind.rawValue)), .init("file", .string(one.batch.file)),
      .init("fileHash", .string(one.batch.fileHash)), .init("mappingHash", .string(one.batch.mappingHash)),
      .init("coder", .string(one.batch.coder)), .init("reason", .string(one.batch.reason)),
      .init("statements", .number(Double(one.added))), .init("known", .number(Double(one.known))),
      .init("sources", .number(Double(one.sources))), .init("ladders", .number(Double(one.ladders))),
      .init("retracts", .array(one.retracted.map { .string($0.text) })),
      .init("undoes", one.undid.map(JSON.integer) ?? .null),
      .init("undoneBy", one.undoneBy.map(JSON.integer) ?? .null),
    ])
  }
}
