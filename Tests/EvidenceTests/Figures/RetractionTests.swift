import Archive
import Diplomacy
import TestSupport
import Testing

@testable import Workbench

/// A check must name just those statements whose retraction would change it (`Documentation/Formats.md`).
@Suite("A reproduced figure")
struct RetractionTests {
  /// One figure with its query, as a study of its own.
  struct Case: Sendable {
    let study: Study
    let result: CheckResult

    /// What the archive makes of it.
    func run(over archive: ArchiveStore) throws -> CheckResult {
      try StudyRunner(archive).check(study)[0]
    }
  }

  @Test("changes when any one statement that it cites is withdrawn")
  func everyStatement() async throws {
    let cases = try Self.reproduced()
    #expect(cases.count >= 100)
    var affected: [StatementID: [Case]] = [:]
    for one in cases { for id in one.result.statements { affected[id, default: []].append(one) } }
    let statements = affected.keys.sorted()
    let unmoved = try await withThrowingTaskGroup(of: [String].self) { group in
      for part in 0..<2 {
        let own = statements.indices.filter { $0 % 2 == part }.map { statements[$0] }
        let cases = affected
        group.addTask { try own.flatMap { try Self.unmoved(by: $0, among: cases[$0] ?? []) } }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(unmoved.sorted() == [])
  }

  /// A count of none rests on none.
  @Test("cites the statements that it rests on")
  func cites() throws {
    for one in try Self.reproduced() {
      let isZero = one.result.computed.allSatisfy { $0.possible == 0 }
      #expect(one.result.statements.isEmpty == isZero, "\(one.result.figure.id)")
    }
  }

  /// The checks that come out the same without the statement.
  private static func unmoved(by id: StatementID, among cases: [Case]) throws -> [String] {
    let archive = try Bundled.copy()
    try archive.retract(id, reason: "to see what rests on it", coder: "", at: "2026-02-01T12:00:00.000Z")
    return try cases.filter { one in
      let after = try one.run(over: archive)
      return after.status == one.result.status && after.computed == one.result.computed
    }.map { "\($0.study.id) \($0.result.figure.id) without \(id)" }
  }

  private static func reproduced() throws -> [Case] {
    let runner = StudyRunner(try Bundled.archive())
    return try StudyShelf(Project.home().studies).all().flatMap { study in
      try study.checks.flatMap { group in
        try group.figures.compactMap { figure in
          let single = Study(
            id: study.id, title: study.title, source: study.source, about: study.about, tables: [],
            figures: [],
            checks: [CheckGroup(method: group.method, parameters: group.parameters, figures: [figure])])
          let result = try runner.check(single)[0]
          return result.status == .reproduced ? Case(study: single, result: result) : nil
        }
      }
    }
  }
}
