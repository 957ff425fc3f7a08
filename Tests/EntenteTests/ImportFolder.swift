import TestSupport
import Testing

/// A folder with a mapping and the table that it reads, their source and an empty archive, `a.entente`.
struct ImportFolder {
  static let sources = #"[{"id": "survey", "type": "report", "title": "A survey"}]"#

  let folder: ScratchFolder
  private let name: String

  /// - Parameter name: of the mapping and the table, without their endings.
  init(_ name: String, mapping: String, table: String) throws {
    self.name = name
    folder = try ScratchFolder()
    try folder.write(Self.sources, to: "sources.json")
    try folder.write(mapping, to: name + ".yml")
    try folder.write(table, to: name + ".csv")
    #expect(try Program.run(["init", "--archive", "a.entente"], in: folder).code == 0)
  }

  /// Imports by the mapping, or by others.
  func load(_ options: String..., by mappings: [String]? = nil) throws -> Program.Run {
    try run(["import"] + (mappings ?? [name + ".yml"]) + options)
  }

  /// Runs a command on the archive.
  func run(_ words: [String]) throws -> Program.Run {
    try Program.run(words + ["--archive", "a.entente"], in: folder)
  }

  /// What a query gives, as lines of CSV.
  func ask(_ sql: String) throws -> [String] { try run(["query", sql, "--format", "csv"]).lines }

  /// How many statements, batches and sources there are, together.
  func count() throws -> String {
    try ask(
      "SELECT (SELECT count(*) FROM statement) + (SELECT count(*) FROM batch) + (SELECT count(*) FROM source) AS n"
    ).last ?? ""
  }
}
