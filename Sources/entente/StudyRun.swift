import ArgumentParser
import Foundation
import Workbench

struct StudyRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Recompute studies and write the report.",
    discussion: """
      Writes to --out: index.html and a page for each study and source, for the contradictions and what they move (no script needed); tables/*.csv; \
      figures/*.svg, *.png, *.vl.json and *.csv; results.json.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var selection: StudySelection
  @Option(help: "The folder to write to.") var out = "report"
  @Flag(
    help:
      "Do not draw the figures (no renderer needed); their data and specifications are written all the same.")
  var noFigures = false

  func run() throws {
    let store = try lens.look(at: archive.openForReading())
    let studies = try selection.studies()
    let outcomes = try Report(store, home: Home.find()).write(studies, to: out, withFigures: !noFigures) {
      step in
      FileHandle.standardError.write(Data("  \(step)\n".utf8))
    }
    print(CheckRendering.summary(outcomes.flatMap(\.checks)))
    print("\n" + (try PolicyNote.text(for: store)))
    print("The report is at \(out)/index.html")
  }
}

struct StudyList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the studies.")

  @OptionGroup var output: FormatOption

  func run() throws {
    let studies = try StudyShelf(Home.find().studies).all()
    let grid = studies.grid
    print(
      output.render(grid) {
        JSON.array(
          zip(studies, grid.rows).map { study, row in
            .object([
              .init("study", .string(study.id)), .init("title", .string(study.title)),
              .init("source", .string(study.source.text)),
              .init("tables", .number(Double(study.tables.count))),
              .init("figures", .number(Double(study.figures.count))),
              .init("checks", .number(Double(row[4]) ?? 0)),
            ])
          }
        ).text(pretty: true)
      })
  }
}
