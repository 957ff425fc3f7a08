import Archive
import Diplomacy
import Testing
import Workbench

@Suite("A study's checks")
struct StatusTests {
  private static let study = """
    study: small
    title: A small study
    source: survey
    about: For tests.
    checks:
      - sql: |
          SELECT sum(value_lowest) AS certain, sum(value_highest) AS possible,
            (SELECT json_group_array(statement) FROM claim WHERE property = 'value') AS statements
          FROM observation WHERE measure = 'starts'
        figures:
          - {id: F1, published: 3, locator: p. 1, says: starts in all}
      - recorded: observation
        figures:
          - {id: F2, published: 2, locator: p. 2, says: starts in Italy, entity: o-it}
          - {id: F3, published: [1, 2], locator: p. 3, says: starts in both, entity: "o-fr; o-it"}
      - missing: the answers of the poll
        figures:
          - {id: F4, published: 60, unit: "%", locator: p. 4, says: approval}
    """

  private static func starts(_ entity: String, _ value: String) throws -> Statement {
    try SmallRecord.statement("observation \(entity)", [("measure", "starts"), ("value", value)])
  }

  private static func record(_ values: [String: String] = ["o-fr": "1", "o-it": "2"]) throws -> ArchiveStore {
    try SmallRecord.archive(values.sorted { $0.key < $1.key }.map { try starts($0.key, $0.value) })
  }

  private static func run(_ archive: ArchiveStore) throws -> [String: CheckResult] {
    let results = try StudyRunner(archive).check(StudyFile.read(study, name: "study.yml"))
    return Dictionary(uniqueKeysWithValues: results.map { ($0.figure.id, $0) })
  }

  @Test("end as reproduced, recorded and not recomputable")
  func all() throws {
    let results = try Self.run(Self.record())
    #expect(
      results.mapValues(\.status) == [
        "F1": .reproduced, "F2": .recorded, "F3": .recorded, "F4": .notRecomputable,
      ])
    #expect(results["F1"]?.computed == [CheckResult.Computed(certain: 3, possible: 3)])
    #expect(results["F1"]?.statements.count == 2)
    #expect(results["F4"]?.missing == "the answers of the poll")
  }

  @Test("differ when a statement says otherwise")
  func changed() throws {
    let results = try Self.run(Self.record(["o-fr": "1", "o-it": "4"]))
    #expect(results["F1"]?.status == .differs)
    #expect(results["F1"]?.computed == [CheckResult.Computed(certain: 5, possible: 5)])
    #expect(results["F2"]?.status == .differs)
  }

  @Test("differ when a statement is withdrawn, and cannot be computed when none is left")
  func withdrawn() throws {
    let archive = try Self.record()
    let log = try archive.log().map(\.statement)
    try archive.retract(log[1].id, reason: "a test", coder: "", at: SmallRecord.moment)
    #expect(try Self.run(archive)["F1"]?.status == .differs)
    #expect(try Self.run(archive)["F2"]?.status == .notRecomputable)
    #expect(try Self.run(archive)["F2"]?.missing?.contains("o-it") == true)
    try archive.retract(log[0].id, reason: "a test", coder: "", at: SmallRecord.moment)
    let last = try #require(try Self.run(archive)["F1"])
    #expect(last.status == .notRecomputable && last.computed.isEmpty && last.missing != nil)
  }

  @Test("lie within bounds when two statements rival each other")
  func rivals() throws {
    let archive = try Self.record()
    try SmallRecord.add([try Self.starts("o-it", "7")], to: archive)
    let result = try #require(try Self.run(archive)["F1"])
    #expect(result.status == .withinBounds)
    #expect(result.computed == [CheckResult.Computed(certain: 3, possible: 8)])
    // The recorded figure still is: one of the rivals is this document's.
    #expect(try Self.run(archive)["F2"]?.status == .recorded)
  }

  @Test(
    "name the study and the part of a query that does not run",
    arguments: [
      ("SELECT nonsense FROM nowhere", "nowhere"), ("SELECT 1 AS certain, 2 AS possible", "statements"),
      ("DELETE FROM retraction", "read"), ("SELECT", "incomplete"),
      ("SELECT :gone AS certain, 1 AS possible, '' AS statements", "gone"),
    ])
  func failing(sql: String, reason: String) throws {
    let text = """
      study: small
      title: A small study
      source: survey
      about: For tests.
      checks:
        - sql: "\(sql)"
          figures: [{id: F9, published: 1, locator: p. 1, says: one}]
      """
    let study = try StudyFile.read(text, name: "study.yml")
    let error = try #require(throws: WorkbenchError.self) { try StudyRunner(Self.record()).check(study) }
    guard case .studyQuery("small", "F9", let said) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(said.contains(reason), "\(said)")
  }
}
