import Diplomacy
import Interchange
import Testing

@Suite("A row") struct RowReaderTests {
  @Test("that says nothing makes no statement")
  func silent() throws {
    #expect(try Rows("established: {column: start}", "id,start\na,\n").statements.isEmpty)
  }

  @Test("gives its statements source, locator, rank, certainty, coder and note")
  func frame() throws {
    let rows = try Rows(
      mapping: """
        file: x.csv
        source: {column: s}
        locator: {template: "p. {p}"}
        rank: {column: r, default: preferred}
        certainty: {column: c}
        coder: someone
        note: {column: n}
        entities: [{kind: actor, id: "{id}", says: {alias: {column: id}}}]
        """, "id,s,p,r,c,n\na,s1,4,normal,inferred,why\nb,s2,5,,,\n")
    let expected = [
      Statement(
        entity: EntityReference(.actor, "a"), says: rows.statements[0].says, source: "s1", locator: "p. 4",
        rank: .normal,
        certainty: .inferred, coder: "someone", note: "why"),
      Statement(
        entity: EntityReference(.actor, "b"), says: rows.statements[1].says, source: "s2", locator: "p. 5",
        rank: .preferred, coder: "someone"),
    ]
    #expect(rows.statements == expected)
  }

  @Test("is never dropped because its rank or certainty is left empty")
  func emptyFrame() throws {
    for head in [#"certainty: {value: ""}"#, #"rank: {column: id, map: {a: ""}}"#] {
      let rows = try Rows("kind: {value: twinning}", "id\na\n", head: head)
      #expect(rows.statements.count + rows.problems.count == 1, "\(head)")
    }
  }

  @Test("names line, column, value and what was expected, for each cell that is amiss")
  func problems() throws {
    let rows = try Rows(
      #"established: {column: start}, kind: {column: k}, agreement: {column: a}, party: {column: p}, active: {value: "yes", during: {column: d}}"#,
      "id,start,k,a,p,d\n\nx,2020-13,twining,maybe,Frence,2019-02-30\ny,1994,twinning,yes,France,2019\n")
    #expect(
      Set(rows.places) == ["3 start 2020-13", "3 k twining", "3 a maybe", "3 p Frence", "3 d 2019-02-30"])
    let expected = Dictionary(uniqueKeysWithValues: rows.problems.map { ($0.column, $0.expected) })
    #expect(expected["k"]?.hasPrefix("twinning") == true)
    #expect(expected["a"] == "yes or no")
    #expect(expected["p"] == "an actor of the register")
    #expect(expected["start"]?.contains("month 13") == true)
    #expect(expected["d"]?.contains("2019-02-30") == true)
    let flows = try Rows("quantity: {column: q}", "id,q\na,many\nb,1e5\nc,150+\n", kind: "flow")
    #expect(flows.places == ["2 q many", "3 q 1e5"])
    #expect(flows.problems.allSatisfy { $0.expected.contains("150+") })
    let roles = try Rows(
      "participant: {column: p, role: {column: r}}", "id,p,r\na,France,donner\n", kind: "event")
    #expect(roles.places == ["2 r donner"])
  }

  @Test("without a source or an identifier is a problem")
  func missing() throws {
    let rows = try Rows("kind: {value: twinning}", "id,x\n,1\n")
    #expect(rows.places == ["2 id "])
    #expect(rows.statements.isEmpty)
    let sourceless = try Rows(
      mapping:
        #"{file: x, source: {column: s}, locator: "", entities: [{kind: actor, id: "{id}", says: {alias: {value: x}}}]}"#,
      "id,s\na,\n")
    #expect(sourceless.places == ["2 s "])
    #expect(sourceless.statements.isEmpty)
  }

  @Test("with a rank or certainty that there is none of is a problem")
  func terms() throws {
    let rows = try Rows("kind: {value: twinning}", "id,r\na,best\n", head: "rank: {column: r}")
    #expect(rows.places == ["2 r best"])
    #expect(rows.problems[0].expected == "one of: preferred, normal, deprecated")
  }

  @Test("with U+0000 in a cell is a problem, since no archive can hold it")
  func zero() throws {
    #expect(try Rows("note: {column: n}", "id,n\na,x\u{0}y\n").places == ["2 n x\u{0}y"])
  }

  @Test("is not read when the mapping names a column that the table lacks")
  func columns() throws {
    for claims in [
      "kind: {column: k}", #"kind: {template: "{k}"}"#, "party: {column: id, side: {column: k}}",
    ] {
      let error = #expect(throws: FormatError.self) { try Rows(claims, "id,a\nx,1\n") }
      #expect(error == FormatError(file: "x.yml", line: 1, message: "x.csv has no column 'k'; it has: id, a"))
    }
  }

  @Test("keeps whatever text its cells hold")
  func hostile() throws {
    for text in [
      "'; DROP TABLE actor; --", "{id}", "\\", "=1+1", "\u{202E}x", "👩‍👩‍👧‍👦", "a,b", "x\ny", "null", "~", "yes",
    ] {
      let cell = "\"" + text + "\""
      let rows = try Rows("note: {column: n}", "id,n\na,\(cell)\n")
      #expect(rows.statements.first?.says.values.first?.first?.alternatives == [.text(text)])
    }
  }

  @Test(
    "gives identifiers slugs of letters and digits",
    arguments: [
      ("Saint-Étienne", "saint-etienne"), ("Łódź (city)", "lodz-city"), ("四川 省", "四川-省"), ("—", ""),
    ])
  func slugs(_ name: String, _ slug: String) { #expect(name.slug == slug) }
}
