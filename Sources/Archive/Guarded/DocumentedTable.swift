/// A table or view of the record, as `Documentation/Schema.md` lists them.
public struct DocumentedTable: Hashable, Sendable {
  public let name: String
  public let columns: [String]
}

extension ArchiveStore {
  /// Tables and views with their columns: first what the record comes to, then what was said.
  public func documentedTables() throws -> [DocumentedTable] {
    let rows = try query(
      """
      SELECT m.name, group_concat(c.name, ' ') FROM sqlite_schema m, pragma_table_info(m.name) c
      WHERE m.type IN ('table', 'view') AND m.sql NOT LIKE 'CREATE VIRTUAL%' GROUP BY m.name
      """
    ).rows
    let columns = Dictionary(
      uniqueKeysWithValues: rows.map { ($0[0].text, $0[1].text.split(separator: " ").map(String.init)) })
    return Self.documented.compactMap { name in columns[name].map { DocumentedTable(name: name, columns: $0) }
    }
  }

  private static let documented = [
    "partnership", "party", "tie", "episode", "actor", "name", "nesting", "succession", "inventory",
    "activity",
    "event", "participant", "event_partnership", "event_channel", "event_initiative", "flow", "observation",
    "observation_part", "contradiction", "contradiction_value", "source", "ladder", "rung", "rung_label",
    "claim",
    "live_statement", "statement", "retraction", "batch", "undo", "seal", "corpus", "document",
    "cluster_member", "duplicate_search", "corpus_import", "codebook", "codebook_version", "code",
    "wave", "assignment", "coding", "adjudication", "qda_project", "qda_file",
  ]
}
