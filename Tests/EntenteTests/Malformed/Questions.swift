extension Malformed {
  /// A command on the sound archive.
  private static func ask(_ name: String, code: Int32, _ command: String..., says: String...) -> Malformed {
    Malformed(name, [:], command + ["--archive", "a.entente"], code: code, sayingAll: says)
  }

  /// Queries, names and options.
  static let questions: [Malformed] = [
    ask("an empty query", code: 3, "query", "", says: "query"),
    ask("a query of a comment", code: 3, "query", "/* nothing */", says: "query"),
    ask("a query misspelt", code: 3, "query", "SELCT 1", says: "SELCT", "Schema.md"),
    ask(
      "a query of a table that is not there", code: 3, "query", "SELECT * FROM partnerships",
      says: "partnerships", "Schema.md"),
    ask("a query that deletes", code: 3, "query", "DELETE FROM source", says: "only statements that read"),
    ask("a query that attaches", code: 3, "query", "ATTACH 'b.db' AS b", says: "only statements that read"),
    ask("two queries", code: 3, "query", "SELECT 1; DELETE FROM source", says: "more than one statement"),
    ask("a query with a parameter", code: 3, "query", "SELECT :year", says: "query"),
    ask(
      "a query too deep", code: 3, "query",
      "SELECT " + String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
      says: "query"),
    ask("a name that nobody bears", code: 3, "show", "Frence", says: "'Frence'", "entente find"),
    ask("a name of nothing", code: 3, "show", "", says: "''"),
    ask("a name of two", code: 3, "show", "Congo", says: "cd", "cg"),
    ask(
      "a statement that is not there", code: 3, "retract", "s-0", "--reason", "r", says: "s-0", "entente show"
    ),
    Malformed("a command that is not there", [:], ["fly"], code: 2, says: "fly", "Usage"),
    ask("an option that is not there", code: 2, "check", "--fast", says: "--fast"),
    ask(
      "a dimension that is not there", code: 2, "table", "--rows", "colour", says: "--rows 'colour'",
      "country"),
    ask(
      "a period in words", code: 2, "table", "--established", "recently", says: "--established 'recently'",
      "EDTF"),
    ask(
      "a policy that is not there", code: 2, "table", "--policy", "mine", says: "--policy 'mine'", "undecided"
    ),
    ask(
      "a moment that never was", code: 2, "show", "France", "--known-at", "2026-02-30",
      says: "--known-at '2026-02-30'", "2026-01-31"),
    ask(
      "a day of February 29th", code: 2, "show", "France", "--valid-on", "2023-02-29",
      says: "--valid-on '2023-02-29'"),
    ask("a limit that is no number", code: 2, "find", "x", "--limit", "many", says: "many"),
    ask("a limit below zero", code: 2, "find", "x", "--limit", "-5", says: "--limit"),
    ask("a form of output that is not there", code: 2, "sources", "--format", "xml", says: "xml", "markdown"),
  ]
}
