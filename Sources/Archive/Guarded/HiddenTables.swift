/// Tables that are kept from queries from outside.
public enum HiddenTables {
  /// From which it could be told what a coder gave, or who else was given a document: by the seed of a wave's lot, too, and by a project as it
  /// was imported.
  public static let codings: Set<String> = [
    "coding", "adjudication", "assignment", "wave", "qda_project", "qda_file", "sqlite_stat1", "sqlite_stat4",
  ]

  /// The file's raw pages: who reads them reads every table.
  static let pages: Set<String> = ["sqlite_dbpage", "dbstat"]

  static let reason =
    "is kept back while documents are coded blind: until all that was given out is coded, and what coders disagree on is decided"
}
