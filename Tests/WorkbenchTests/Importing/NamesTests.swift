import Diplomacy
import Testing
import Workbench

@Suite("A name in an import") struct NamesTests {
  private func ties(_ names: String...) -> String {
    "id,a,b,source,locator\n" + names.enumerated().map { "t\($0),\($1),Sichuan,,\n" }.joined()
  }

  @Test("is found by identifier, name and alias, folded")
  func found() throws {
    let desk = try Desk.withActors(ties("pl-lodz", "Łódź", "LODZ", "lodsch"))
    try desk.bring("ties.yml")
    #expect(try desk.rows("SELECT DISTINCT actor FROM party WHERE side = 'partner'") == [["pl-lodz"]])
    let chinese = try Desk.withActors("id,a,b,source,locator\nt,pl-lodz,四川省,,\n")
    try chinese.bring("ties.yml")
    #expect(try chinese.rows("SELECT actor FROM party WHERE side = 'cn'") == [["cn-sichuan"]])
  }

  @Test("that two actors bear is refused, with both")
  func ambiguous() throws {
    let desk = try Desk.withActors(ties("Paris"))
    let problems = try desk.plan("ties.yml").problems
    #expect(problems.map(\.value) == ["Paris"])
    #expect(problems.first?.expected.contains("fr-paris, us-paris") == true)
    let exact = try Desk.withActors(ties("us-paris"))
    #expect(try exact.plan("ties.yml").problems == [])
  }

  @Test("that only comes near is listed for review, never merged")
  func near() throws {
    let desk = try Desk.withActors(ties("Lodzz", "Xyzzy"))
    let plan = try desk.plan("ties.yml")
    #expect(plan.problems.map(\.value) == ["Lodzz", "Xyzzy"])
    #expect(plan.problems[0].expected.contains("pl-lodz"))
    #expect(plan.review.count == 1)
    #expect(plan.review[0].hasPrefix("Lodzz: near pl-lodz"))
    #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
  }

  private let creating = Desk.tieMapping.replacing(
    "{column: a, side: partner}", with: "{column: a, side: partner, create: {kind: city}}")

  @Test("that is new makes an actor where the mapping says so, and a near miss is listed all the same")
  func created() throws {
    let desk = try Desk.withActors(ties("Lodzz", "Xyzzy"), mapping: creating)
    let plan = try desk.plan("ties.yml")
    #expect(plan.problems == [])
    #expect(plan.review.map { $0.hasPrefix("Lodzz: near pl-lodz") } == [true])
    try desk.bring("ties.yml")
    #expect(
      try desk.rows("SELECT id, name FROM actor WHERE kind = 'city' ORDER BY id")
        == [["lodzz", "Lodzz"], ["xyzzy", "Xyzzy"]])
    #expect(try desk.bring("ties.yml").isEmpty)
  }

  @Test("that two actors bear makes no third")
  func ambiguousCreation() throws {
    let desk = try Desk.withActors(ties("Paris"), mapping: creating)
    let plan = try desk.plan("ties.yml")
    #expect(plan.problems.map(\.value) == ["Paris"])
    #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
    #expect(try desk.rows("SELECT count(*) FROM actor") == [["4"]])
  }

  @Test("that is new makes no actor under an identifier that is taken, and says what to do")
  func takenIdentifier() throws {
    let desk = try Desk.withActors("", mapping: creating)
    try desk.write("id,name,alias\nneu-stadt,Neustadt (Saale),\n", to: "actors.csv")
    try desk.bring("actors.yml")
    try desk.write(ties("Neu/Stadt"), to: "ties.csv")
    let problems = try desk.plan("ties.yml").problems
    #expect(problems.map { "\($0.line) \($0.column) \($0.value)" } == ["2 a Neu/Stadt"])
    #expect(problems.first?.expected.contains("'neu-stadt'") == true)
    #expect(problems.first?.expected.contains("Give the new one in an actors file") == true)
    try desk.write(ties("neu-stadt"), to: "ties.csv")
    #expect(try desk.plan("ties.yml").problems == [])
  }

  @Test("that is new makes one actor, and two names never one")
  func twoNames() throws {
    let desk = try Desk.withActors(
      ties("Neu/Stadt", "Neu Stadt", "NEU/STADT", "Neu/Stadt"), mapping: creating)
    let plan = try desk.plan("ties.yml")
    #expect(plan.problems.map { "\($0.line) \($0.value)" } == ["3 Neu Stadt"])
    #expect(plan.problems.first?.expected.contains("'Neu/Stadt'") == true)
    try desk.write(ties("Neu/Stadt", "NEU/STADT", "Neu/Stadt"), to: "ties.csv")
    try desk.bring("ties.yml")
    #expect(try desk.rows("SELECT id, name FROM actor WHERE kind = 'city'") == [["neu-stadt", "Neu/Stadt"]])
    #expect(try desk.rows("SELECT count(*) FROM statement WHERE entity = 'neu-stadt'") == [["1"]])
  }

  @Test("may be of an actor that a later row of the same file makes")
  func anyOrder() throws {
    let desk = try Desk([
      "sources.json": Desk.sources,
      "actors.yml": """
      file: actors.csv
      source: {value: s}
      locator: {value: ""}
      entities:
        - {kind: actor, id: "{id}", says: {name: {column: name}, within: {column: within}}}
      """,
      "actors.csv": "id,name,within\npl-lodz,Łódź,Poland\npl,Poland,\n",
    ])
    try desk.bring("actors.yml")
    #expect(
      try desk.rows("SELECT ancestor FROM nesting WHERE actor = 'pl-lodz' ORDER BY depth") == [
        ["pl-lodz"], ["pl"],
      ])
  }
}
