import Diplomacy
import Interchange
import Testing

@Suite("A claim of a mapping") struct ClaimTests {
  @Test("takes its value from a column, a constant or a template")
  func origins() throws {
    let rows = try Rows(
      #"established: {column: start}, kind: {value: twinning}, under: {template: "{state}+cn"}"#,
      "id,start,state\np1,1994,fr\np2,,es\np3,1995,\n")
    #expect(rows.problems.isEmpty)
    #expect(
      rows.texts == [
        #"p1: {"established":["1994"],"kind":["twinning"],"under":["fr+cn"]}"#,
        #"p2: {"kind":["twinning"],"under":["es+cn"]}"#, #"p3: {"established":["1995"],"kind":["twinning"]}"#,
      ])
  }

  @Test("falls back on its default where the cell says nothing")
  func defaults() throws {
    let rows = try Rows(
      #"kind: {column: k, default: informal}"#, "id,k\na,\nb,  \nc,unknown\nd,twinning\n",
      head: #"missing: ["", unknown]"#)
    #expect(
      rows.statements.map { $0.says.values.first?.first?.alternatives.first?.description } == [
        "informal", "informal", "informal", "twinning",
      ])
  }

  @Test("renames what its map lists, and falls back where that says nothing")
  func maps() throws {
    let rows = try Rows(
      #"kind: {column: k, map: {T: twinning, "-": ""}, default: informal}"#, "id,k\na,T\nb,-\nc,memorandum\n")
    #expect(
      rows.texts == [
        #"a: {"kind":["twinning"]}"#, #"b: {"kind":["informal"]}"#, #"c: {"kind":["memorandum"]}"#,
      ])
  }

  @Test("is several where the cell is split, and one of several where it holds alternatives")
  func lists() throws {
    let rows = try Rows(
      #"inventory: {column: i, split: ";"}, party: {column: p, alternatives: "|"}"#,
      "id,i,p\na,s1; s2 ;;s3,France|Spain\nb,s1,China\nc,;,|\n")
    #expect(rows.problems.isEmpty)
    #expect(
      rows.texts == [
        #"a: {"inventory":["s1","s2","s3"],"party":[{"value":["fr","es"]}]}"#,
        #"b: {"inventory":["s1"],"party":["cn"]}"#,
      ])
    let both = try Rows(
      #"party: {column: p, split: ";", alternatives: "|"}"#, "id,p\na,France|Spain;China\n")
    #expect(both.texts == [#"a: {"party":[{"value":["fr","es"]},"cn"]}"#])
  }

  @Test("has a side, a role and a time, constant or from columns")
  func qualifiers() throws {
    let rows = try Rows(
      #"party: [{column: p, side: {column: s}}, {column: q, side: cn}], active: {value: "yes", during: {column: d}}"#,
      "id,p,s,q,d\na,France,partner,China,2019\nb,Spain,,China,\n")
    #expect(
      rows.texts == [
        #"a: {"active":[{"during":"2019","value":"yes"}],"party":[{"side":"partner","value":"fr"},{"side":"cn","value":"cn"}]}"#,
        #"b: {"active":["yes"],"party":["es",{"side":"cn","value":"cn"}]}"#,
      ])
    let events = try Rows(
      #"participant: [{column: p, role: {column: r}}, {column: q, role: host}]"#,
      "id,p,r,q\na,France,donor,China\n",
      kind: "event")
    #expect(
      events.texts == [#"a: {"participant":[{"role":"donor","value":"fr"},{"role":"host","value":"cn"}]}"#])
  }

  @Test("stands under its condition")
  func conditions() throws {
    func ids(_ when: String) throws -> [String] {
      try Rows("kind: {value: twinning}", "id,k\na,region\nb,city\nc,\nd,state\n", entity: "when: \(when)")
        .statements.map(\.entity.id)
    }
    #expect(try ids("{column: k, is: region}") == ["a"])
    #expect(try ids("{column: k, is: [region, city]}") == ["a", "b"])
    #expect(try ids("{column: k, empty: true}") == ["c"])
    #expect(try ids("{column: k, empty: false}") == ["a", "b", "d"])
    #expect(try ids("[{column: k, empty: false}, {column: id, is: [b, c]}]") == ["b"])
  }

  @Test("comes as often as its row stands for")
  func repetition() throws {
    let csv = "id,count\nx,3\ny,1\n"
    let mapping = """
      file: x.csv
      source: {value: s}
      locator: {value: ""}
      repeat: {column: count}
      entities: [{kind: partnership, id: "{id}-{n}", says: {note: {template: "no. {n}"}}}]
      """
    let rows = try Rows(mapping: mapping, csv)
    #expect(
      rows.texts == [
        #"x-1: {"note":["no. 1"]}"#, #"x-2: {"note":["no. 2"]}"#, #"x-3: {"note":["no. 3"]}"#,
        #"y-1: {"note":["no. 1"]}"#,
      ])
    for count in ["0", "-1", "2.5", "many", "", "100001"] {
      #expect(try Rows(mapping: mapping, "id,count\nx,\(count)\n").places.count == 1, "\(count)")
    }
  }

  @Test("makes the actor that the register does not hold, where it may")
  func creation() throws {
    let rows = try Rows(
      #"party: {column: p, create: {kind: city, within: {column: c}}}"#,
      "id,p,c\na,Saint-Étienne,France\nb,Spain,\n")
    #expect(rows.problems.isEmpty)
    #expect(
      rows.statements.map { "\($0.entity) \(StatementText.encode($0.says))" } == [
        #"actor fr-saint-etienne {"kind":["city"],"name":["Saint-Étienne"],"within":["fr"]}"#,
        #"partnership a {"party":["fr-saint-etienne"]}"#, #"partnership b {"party":["es"]}"#,
      ])
  }

  @Test("makes no actor of a name without letters, nor within one that is unknown")
  func impossibleCreation() throws {
    let rows = try Rows(
      #"party: {column: p, create: {kind: city, within: {column: c}}}"#,
      "id,p,c\na,—,France\nb,!,\nc,Lyon,Nowhere\n")
    #expect(rows.places == ["2 p —", "3 p !", "4 c Nowhere"])
    #expect(rows.statements.isEmpty)
  }
}
