import Archive
import Diplomacy
import TestSupport
import Testing

@testable import Workbench

/// The values are those of the documents, as they stand in the list of their contradictions (its items are named).
@Suite("What the contradictions of the evidence move")
struct SensitivityTests {
  private static let weighed = Result {
    try Weighing(StudyShelf(Project.home().studies).all(), over: Bundled.archive()).sensitivity()
  }

  private static func figure(_ id: String) throws -> FigureSensitivity {
    try #require(try weighed.get().figures.first { $0.figure.id == id })
  }

  private static func readings(_ id: String, _ contradiction: String) throws -> [String: String] {
    let move = try #require(try figure(id).moves.first { $0.contradiction.id == contradiction })
    return Dictionary(
      uniqueKeysWithValues: zip(move.contradiction.rivals.map(\.value), move.readings.map(\.marked)))
  }

  @Test("C1: the masks of Łódź are 12000 or 11700, and each figure stands with its own")
  func masks() throws {
    #expect(
      try Self.readings("PF073", "flow ev-083/masks quantity") == ["12000": "12000 ✓", "11700": "11700 ≠"])
    #expect(
      try Self.readings("PF074", "flow ev-083/masks quantity") == ["12000": "12000 ≠", "11700": "11700 ✓"])
    let policies = Dictionary(
      uniqueKeysWithValues: try Self.figure("PF073").policies.map { ($0.policy.description, $0.reading.text) }
    )
    // One article gives both, so no policy that goes by sources can tell them apart.
    #expect(policies["undecided"] == "11700–12000")
    #expect(policies["earliest-source"] == "11700–12000")
    #expect(policies["latest-source"] == "11700–12000")
    #expect(policies["first:mierzejewski-2021"] == "11700–12000")
    #expect(policies["lowest"] == "11700")
    #expect(policies["highest"] == "12000")
  }

  @Test("C2, C3: seven sister cities of 33 are 21.2 %, six without Kofu 18.2 %")
  func kofu() throws {
    #expect(
      try Self.readings("PF092", "flow ev-073/masks event@ev-094/masks (mirrored)")
        == ["ev-073/masks (6000)": "18.18 ✓", "ev-094/masks (6000)": "21.21 ≠"])
  }

  @Test("F20: Jiangsu has its twelve of Table 9 only with Suzhou")
  func suzhou() throws {
    let figure = try Self.figure("PF351")
    #expect(
      try Self.readings("PF351", "actor cn-suzhou within") == ["cn-jiangsu": "12 ✓", "cn-zhejiang": "11 ≠"])
    guard case .ifSettled(let sets) = figure.standing else {
      Issue.record("\(figure.standing)")
      return
    }
    #expect(sets.map { $0.map(\.standing.value) } == [["cn-jiangsu"]])
  }

  @Test(
    "E2, E4: a published number that what is recorded contradicts stands if the stated number does",
    arguments: [
      ("PF152", "16", "15"), ("PF213", "146", "135"), ("PF352", "11", "10"), ("PF359", "6", "3"),
    ])
  func stated(id: String, published: String, recorded: String) throws {
    let figure = try Self.figure(id)
    #expect(figure.reading.text == recorded)
    guard case .ifSettled(let sets) = figure.standing else {
      Issue.record("\(figure.standing)")
      return
    }
    #expect(sets.map { $0.map(\.standing.value) } == [[published]])
    #expect(figure.rangeText == "\(recorded)–\(published)")
  }

  @Test("E1, F24: those on which nothing published rests are named, too")
  func idle() throws {
    let sensitivity = try Self.weighed.get()
    #expect(sensitivity.mattering.count + sensitivity.idle.count == sensitivity.contradictions.count)
    let idle = Set(sensitivity.idle.map(\.id))
    #expect(idle.isSuperset(of: ["observation obs-regions-with-data value", "actor cn-niu-qingbao name"]))
    #expect(idle.isDisjoint(with: ["flow ev-083/masks quantity", "actor cn-suzhou within"]))
  }

  @Test("are the same under a policy as on a copy made anew under it", arguments: Policy.plain)
  func policies(policy: Policy) throws {
    let copy = try Bundled.archive().copy(through: Lens(policy: policy))
    let runner = StudyRunner(copy)
    for study in try StudyShelf(Project.home().studies).all() {
      for group in study.checks {
        for published in group.figures {
          guard let measured = MeasuredFigure(published, group, of: study.id) else { continue }
          let figure = try Self.figure(published.id)
          let reading = try #require(figure.policies.first { $0.policy == policy }).reading
          #expect(try measured.reading(runner) == reading, "\(published.id)")
        }
      }
    }
  }

  @Test("depend on the ladder where a label stands on one and not on the other")
  func ladders() throws {
    let ladders = try Self.weighed.get().ladders
    #expect(ladders.ladders == ["dictionary", "survey"])
    #expect(ladders.dependentFigures == [])
    let rises = try #require(ladders.ranged.first { $0.table.id == "rises" })
    // The survey ranks "stable, friendly, long-term" (Italy) and those for a new era (Spain); the dictionary's entry names neither.
    let higher = rises.results.map { $0.result.cells[0][0].computed?.possible }
    #expect(rises.results.map { $0.result.rows[0].name } == ["on a higher rung", "on a higher rung"])
    #expect((higher[0] ?? 0) < (higher[1] ?? 0))
  }
}
