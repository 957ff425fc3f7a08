import Archive
import Interchange

extension Weighing {
  /// Runs what asks for one ladder with each, and sees what reads any.
  func ladders() throws -> LadderSensitivity {
    let archive = trial.archive
    let runner = StudyRunner(archive)
    let ladders = try archive.ladders()
    let anyLadder = Change.columns(["ladder_entry": ["id", "rungs"]])
    var ranged: [LadderSensitivity.Ranged] = []
    var sideBySide: [(study: String, table: StudyTable)] = []
    var independent = 0
    for (study, table) in tables {
      if table.isPerLadder {
        let results = try ladders.map { ($0, try runner.run(table.on($0), of: study)) }
        ranged.append(LadderSensitivity.Ranged(study: study, table: table, results: results))
      } else if try archive.reads(table.sql, anyOf: anyLadder) {
        sideBySide.append((study, table))
      } else {
        independent += 1
      }
    }
    let dependent = try figures.filter { try $0.isTouched(by: anyLadder, in: archive) }
    return LadderSensitivity(
      ladders: ladders, ranged: ranged, sideBySide: sideBySide,
      independentFigures: figures.count - dependent.count, independentTables: independent,
      dependentFigures: dependent.map(\.figure.id))
  }
}
