public import Archive
public import Interchange

/// A study, run: its tables, figures and checks with what the record came to.
public struct StudyOutcome: Sendable {
  public let study: Study
  public let tables: [(table: StudyTable, result: CrossTable)]
  public let drawings: [FigureDrawing]
  public let checks: [CheckResult]

  /// Runs all of it. Throws `WorkbenchError.studyQuery` when a query does not run.
  public init(_ study: Study, over archive: ArchiveStore, home: Home) throws {
    let runner = StudyRunner(archive)
    self.study = study
    tables = try study.tables.map { ($0, try runner.run($0, of: study.id)) }
    drawings = try study.figures.map {
      try runner.draw($0, of: study.id, outlines: home.evidence + "/outlines")
    }
    checks = try runner.check(study)
  }

  /// How many checks ended so.
  public func count(_ status: CheckStatus) -> Int { checks.filter { $0.status == status }.count }
}
