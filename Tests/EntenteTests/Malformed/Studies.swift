extension Malformed {
  /// A study of a head in four lines and what follows.
  private static func study(_ name: String, _ rest: String, says: String...) -> Malformed {
    Malformed(
      name, ["Studies/s/study.yml": .bytes(Array((Workplace.studyHead + rest).utf8))], Workplace.study,
      sayingAll: says)
  }

  private static func whole(_ name: String, _ text: String, code: Int32 = 3, says: String...) -> Malformed {
    Malformed(
      name, ["Studies/s/study.yml": .bytes(Array(text.utf8))], Workplace.study, code: code, sayingAll: says)
  }

  private static let figure = "{id: A, published: 1, unit: u, locator: p, says: s}"

  static let studies: [Malformed] = [
    whole("a study of no bytes", "", says: "s/study.yml:1", "empty"),
    whole(
      "a study of another name", Workplace.studyHead.replacing("study: s", with: "study: t"),
      says: "s/study.yml", "'t'", "'s'"),
    whole(
      "a study whose name is a path", Workplace.studyHead.replacing("study: s", with: "study: ../s"),
      says: "s/study.yml:1", "hyphens"),
    whole("a study without a source", "study: s\ntitle: S\nabout: A\n", says: "s/study.yml:1", "'source'"),
    whole("a bomb of aliases in a study", bomb, says: "s/study.yml:2", "'*a0'"),
    whole("a NUL in a study", Workplace.studyHead + "# \u{0}", says: "s/study.yml:5", "U+0000"),
    study("a key that no study has", "chekcs: []\n", says: "s/study.yml:5", "'chekcs'", "checks"),
    study("a check without figures", "checks: [{sql: SELECT 1}]\n", says: "s/study.yml:5", "'figures'"),
    study(
      "a check of two methods", "checks: [{sql: SELECT 1, missing: x, figures: [\(figure)]}]\n",
      says: "s/study.yml:5", "just one of"),
    study(
      "a published value that is none",
      "checks: [{missing: x, figures: [{id: A, published: many, locator: p, says: s}]}]\n",
      says: "s/study.yml:5", "'many'", "150+"),
    study(
      "a tolerance below zero",
      "checks: [{missing: x, figures: [{id: A, published: 1, tolerance: -1, locator: p, says: s}]}]\n",
      says: "s/study.yml:5", "'tolerance'"),
    study(
      "a figure that is checked twice", "checks: [{missing: x, figures: [\(figure), \(figure)]}]\n",
      says: "s/study.yml:5", "'A' is checked twice"),
    study(
      "totals that are none",
      "tables:\n  - {id: t, title: T, rows: R, columns: C, sql: SELECT 1, totals: all}\n",
      says: "s/study.yml:6", "'totals'"),
    study(
      "a figure without a specification", "figures:\n  - {id: f, title: F, alt: a, sql: SELECT 1}\n",
      says: "s/study.yml:6", "'vegalite'"),
    study(
      "a query that does not run", "checks: [{sql: SELEC 1, figures: [\(figure)]}]\n", says: "study s", "A",
      "SELEC"),
    study(
      "a query that writes", "checks: [{sql: DELETE FROM source, figures: [\(figure)]}]\n", says: "study s",
      "only statements that read"),
    study(
      "a query without the columns it must have", "checks: [{sql: SELECT 1 AS one, figures: [\(figure)]}]\n",
      says: "study s", "certain"),
    study(
      "a query of a column that is not there",
      "checks: [{sql: SELECT colour FROM actor, figures: [\(figure)]}]\n", says: "study s", "colour"),
    Malformed(
      "a study that is not there", [:], ["study", "check", "none", "--archive", "a.entente"], code: 2,
      says: "'none'", "s"),
    Malformed(
      "a folder in a study's place", ["Studies/s/study.yml": .folder], Workplace.study, says: "study.yml",
      "folder"),
  ]
}
