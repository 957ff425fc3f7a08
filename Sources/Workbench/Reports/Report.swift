public import Archive
import Diplomacy
import Foundation
import Interchange

/// Writes studies as a folder that can be read, and taken elsewhere: HTML pages that need no script, a CSV file a table, the
/// specification, SVG and PNG of each figure, and `results.json`.
///
/// The same record gives the same files, byte for byte.
public struct Report {
  private let archive: ArchiveStore
  private let home: Home

  public init(_ archive: ArchiveStore, home: Home) {
    self.archive = archive
    self.home = home
  }

  /// Runs the studies and writes everything; tells what it is doing as it goes.
  ///
  /// - Returns: what each study came to.
  public func write(
    _ studies: [Study], to folder: String, withFigures: Bool, told: (String) -> Void
  ) throws -> [StudyOutcome] {
    for part in ["", "/tables", "/figures", "/sources"] { try Files.makeFolder(folder + part) }
    let outcomes = try studies.map { study in
      told("computing \(study.id)")
      return try StudyOutcome(study, over: archive, home: home)
    }
    for outcome in outcomes { try writeTables(outcome, to: folder + "/tables") }
    try writeFigures(outcomes, to: folder + "/figures", drawn: withFigures, told: told)
    told("weighing the contradictions")
    let sensitivity = try Weighing(studies, over: archive).sensitivity()
    told("writing the pages")
    let results = ResultsJSON.text(outcomes, under: try archive.lens().policy, sensitivity)
    try Files.write(results + "\n", to: folder + "/results.json")
    try writePages(outcomes, sensitivity, to: folder, withFigures: withFigures)
    return outcomes
  }

  private func writeTables(_ outcome: StudyOutcome, to folder: String) throws {
    for (table, result) in outcome.tables {
      try Files.write(CrossTableCSV.text(result), to: "\(folder)/\(outcome.study.id)-\(table.id).csv")
    }
  }

  private func writeFigures(
    _ outcomes: [StudyOutcome], to folder: String, drawn: Bool, told: (String) -> Void
  ) throws {
    let drawings = outcomes.flatMap(\.drawings)
    for drawing in drawings {
      try Files.write(
        drawing.specification.text(pretty: true) + "\n", to: "\(folder)/\(drawing.name).vl.json")
      try Files.write(ResultRendering.grid(drawing.data).csv, to: "\(folder)/\(drawing.name).csv")
    }
    guard drawn else { return }
    told("drawing \(drawings.count) figures")
    try FigureRenderer(home).render(drawings, into: folder)
  }

  private func writePages(
    _ outcomes: [StudyOutcome], _ sensitivity: Sensitivity, to folder: String, withFigures: Bool
  ) throws {
    let policy = try PolicyNote.text(for: archive)
    let sources = try SourceCatalogue(archive)
    let contradictions = try archive.contradictions()
    let index = IndexPage(
      outcomes: outcomes, contradictions: contradictions, sources: sources, sensitivity: sensitivity,
      policy: policy)
    try Files.write(index.html, to: folder + "/index.html")
    try Files.write(SensitivityPage(sensitivity).html, to: folder + "/sensitivity.html")
    for outcome in outcomes {
      let pictures = try withFigures ? self.pictures(outcome, in: folder) : [:]
      try Files.write(
        StudyPage(
          outcome: outcome, sources: sources, pictures: pictures, sensitivity: sensitivity, policy: policy
        ).html,
        to: "\(folder)/\(outcome.study.id).html")
    }
    try Files.write(
      ContradictionsPage(
        contradictions: contradictions, sources: sources, titles: try archive.contestedTitles()
      ).html,
      to: folder + "/contradictions.html")
    for source in sources.all {
      try Files.write(SourcePage(source: source).html, to: "\(folder)/\(SourceCatalogue.file(of: source.id))")
    }
  }

  private func pictures(_ outcome: StudyOutcome, in folder: String) throws -> [String: String] {
    var pictures: [String: String] = [:]
    for drawing in outcome.drawings {
      pictures[drawing.name] = Data(try Files.bytes("\(folder)/figures/\(drawing.name).svg"))
        .base64EncodedString()
    }
    return pictures
  }
}
