import Interchange
import Testing
import Workbench

@Suite("A study file")
struct StudyFileTests {
  /// Six lines; what follows begins on line 6 with `checks:` or the like.
  private static let head = """
    # A study.
    study: small
    title: A small study
    source: survey
    about: For tests.

    """

  private static let faults: [(text: String, line: Int, says: String)] = [
    ("chekcs: []", 6, "'chekcs'"),
    (
      "checks:\n  - figures: [{id: A, published: 1, locator: p, says: s}]", 7,
      "'sql', 'recorded' and 'missing'"
    ),
    ("checks:\n  - sql: SELECT 1\n    missing: x\n    figures: []", 7, "just one of"),
    ("checks:\n  - sql: SELECT 1", 7, "'figures'"),
    (
      "checks:\n  - sql: SELECT 1\n    figures:\n      - {id: A, published: 1, locator: p, says: s, tolerence: 10}",
      9,
      "'tolerence' is neither"
    ),
    ("checks:\n  - recorded: figure\n    figures: []", 7, "observation or flow"),
    (
      "checks:\n  - sql: SELECT 1\n    figures:\n      - {id: A, published: many, locator: p, says: s}", 9,
      "'many'"
    ),
    ("checks:\n  - sql: SELECT 1\n    figures:\n      - {id: A, locator: p, says: s}", 9, "'published'"),
    ("checks:\n  - sql: SELECT 1\n    figures:\n      - {id: A, published: 1, says: s}", 9, "'locator'"),
    (
      "checks:\n  - sql: SELECT 1\n    figures:\n      - {id: A, published: 1, locator: p, says: s, tolerance: -1}",
      9,
      "'tolerance'"
    ),
    (
      "checks:\n  - missing: x\n    figures:\n      - {id: A, published: 1, locator: p, says: s}\n  - missing: y\n    "
        + "figures:\n      - {id: A, published: 1, locator: p, says: s}", 10, "'A' is checked twice"
    ),
    (
      "tables:\n  - id: t\n    title: T\n    rows: R\n    columns: C\n    totals: all\n    sql: SELECT 1", 7,
      "'totals'"
    ),
    (
      "tables:\n  - id: t\n    title: T\n    rows: R\n    columns: C\n    order: up\n    sql: SELECT 1", 7,
      "'order'"
    ),
    ("tables:\n  - id: t\n    title: T\n    rows: R\n    columns: C", 7, "'sql'"),
    ("figures:\n  - id: f\n    title: F\n    alt: a\n    sql: SELECT 1", 7, "'vegalite'"),
    ("figures:\n  - id: f\n    title: F\n    sql: SELECT 1\n    vegalite: {mark: bar}", 7, "'alt'"),
    ("checks:\n  - missing: x\n    figures: 'one' 'two'", 8, "not YAML"),
    ("checks: []\nchecks: []", 6, "'checks'"),
  ]

  @Test("that is wrong says where and what was expected", arguments: faults.indices)
  func faulty(index: Int) throws {
    let (text, line, says) = Self.faults[index]
    let error = #expect(throws: FormatError.self) {
      try StudyFile.read(Self.head + text, name: "small/study.yml")
    }
    #expect(error?.file == "small/study.yml")
    #expect(error?.line == line, "\(error?.message ?? "")")
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  @Test("without what a study needs says what it needs", arguments: ["study", "title", "source", "about"])
  func incomplete(key: String) {
    let text = Self.head.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n")
    let error = #expect(throws: FormatError.self) { try StudyFile.read(text, name: "study.yml") }
    #expect(error?.message.contains("'\(key)'") == true)
  }

  @Test("that is empty, or no mapping, is refused", arguments: ["", "just words", "- a\n- list"])
  func strange(text: String) {
    #expect(throws: FormatError.self) { try StudyFile.read(text, name: "study.yml") }
  }

  @Test("keeps lists, parameters and the words of each figure")
  func whole() throws {
    let text =
      Self.head + """
        checks:
          - sql: SELECT :country
            parameters: {inventory: survey}
            figures:
              - {id: A, published: ["1", "2+"], unit: starts, locator: p. 1, says: both, why: lost, tolerance: 0.1, country: it}
        """
    let group = try StudyFile.read(text, name: "study.yml").checks[0]
    let figure = group.figures[0]
    #expect(group.parameters == ["inventory": "survey"])
    #expect(figure.published.map(\.text) == ["1", "2+"])
    #expect(figure.parameters == ["country": "it"])
    #expect((figure.unit, figure.locator, figure.says, figure.why) == ("starts", "p. 1", "both", "lost"))
    #expect(figure.tolerance == 0.1)
  }
}
