import Diplomacy
import TestSupport
import Testing
import Workbench

@Suite("Published figures")
struct PublishedFigureTests {
  /// 470 figures were taken from the five documents, each with its sentence and place.
  @Test("are checked once each by the studies")
  func once() throws {
    let ids = try Self.figures().map(\.id)
    #expect(ids.count == 470)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("PF") && $0.count == 5 })
  }

  @Test("have a unit, a place and a sentence")
  func described() throws {
    for figure in try Self.figures() {
      #expect(!figure.locator.isEmpty && !figure.says.isEmpty && !figure.unit.isEmpty, "\(figure.id)")
      #expect(!figure.published.isEmpty, "\(figure.id)")
    }
  }

  @Test(
    "are those of the original list, with its values",
    .enabled(
      if: Project.hasOriginal("published_figures.csv"), "the list of figures is not beside the package"))
  func original() throws {
    let listed = try Spreadsheet.records(at: Project.original("published_figures.csv"))
    let figures = Dictionary(uniqueKeysWithValues: try Self.figures().map { ($0.id, $0) })
    #expect(Set(listed.compactMap { $0["id"] }) == Set(figures.keys))
    for record in listed {
      let (id, value) = (record["id"] ?? "", record["value"] ?? "")
      let written = figures[id]?.published.map(\.text).joined(separator: "; ")
      if let wording = wordings[id] {
        #expect(value == wording.listed, "\(id)")
        #expect(written == wording.study, "\(id)")
        #expect(value != written, "\(id) needs no wording of its own")
      } else {
        #expect(written == value, "\(id)")
      }
    }
  }

  @Test("come to a result in every study, and each status says what it must")
  func results() throws {
    let runner = StudyRunner(try Bundled.archive())
    for study in try StudyShelf(Project.home().studies).all() {
      let results = try runner.check(study)
      #expect(results.map(\.figure.id) == study.checks.flatMap(\.figures).map(\.id))
      for result in results {
        let id = result.figure.id
        switch result.status {
        case .notRecomputable: #expect(result.computed.isEmpty && result.missing?.isEmpty == false, "\(id)")
        case .recorded: #expect(!result.statements.isEmpty && result.missing == nil, "\(id)")
        case .reproduced, .withinBounds, .differs:
          #expect(result.computed.count == result.figure.published.count, "\(id)")
          let isPlain = result.status == .reproduced || !result.figure.why.isEmpty
          #expect(isPlain, "\(id): the study does not say why")
        }
        #expect(Set(result.statements).count == result.statements.count, "\(id)")
      }
    }
  }

  private static func figures() throws -> [PublishedFigure] {
    try StudyShelf(Project.home().studies).all().flatMap(\.checks).flatMap(\.figures)
  }
}
