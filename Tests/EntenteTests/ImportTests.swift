import Foundation
import TestSupport
import Testing

@Suite("Importing on the command line")
struct ImportTests {
  private static let mapping = """
    file: visits.csv
    source: {value: survey}
    locator: {column: page}
    entities:
      - kind: actor
        id: "{id}"
        says:
          name: {column: name}
          kind: {column: kind}
          founded: {column: founded}
    """

  private static func place(_ table: String, mapping: String = mapping) throws -> ImportFolder {
    try ImportFolder("visits", mapping: mapping, table: table)
  }

  private static let good = "id,name,kind,founded,page\nit,Italy,state,1861,p. 1\nfr,France,state,,p. 2\n"

  @Test("rehearses with --dry-run and changes nothing")
  func dryRun() throws {
    let place = try Self.place(Self.good)
    let run = try place.load("--dry-run")
    #expect(run.code == 0)
    #expect(Array(run.lines.prefix(2)) == ["+ actor it: founded, kind, name", "+ actor fr: kind, name"])
    #expect(run.output.contains("2 rows would bring 2 statements, 1 source"), "\(run.output)")
    #expect(run.output.contains("nothing was changed"))
    #expect(try place.count() == "0")
    #expect(try place.load().output.contains("2 rows brought 2 statements, 1 source"))
  }

  @Test("takes several mappings as one whole, in a rehearsal too")
  func several() throws {
    let place = try Self.place(Self.good)
    try place.folder.write(
      """
      file: ties.csv
      source: {value: survey}
      locator: {value: ""}
      entities: [{kind: partnership, id: "{id}", says: {party: [{column: a}, {column: b}]}}]
      """, to: "ties.yml")
    let both = ["visits.yml", "ties.yml"]
    try place.folder.write("id,a,b\nt,Italy\n", to: "ties.csv")
    #expect(try place.load(by: both).code == 3)
    #expect(try place.count() == "0")
    try place.folder.write("id,a,b\nt,Italy,France\n", to: "ties.csv")
    let rehearsal = try place.load("--dry-run", by: both)
    #expect(rehearsal.code == 0 && rehearsal.lines.contains("+ partnership t: party"), "\(rehearsal)")
    #expect(try place.count() == "0")
    #expect(try place.load(by: both).code == 0)
    #expect(try place.load("--dry-run").lines.count == 1)
  }

  @Test("brings rows once, and says so the second time")
  func twice() throws {
    let place = try Self.place(Self.good)
    #expect(try place.load().output.contains("2 rows brought 2 statements, 1 source"))
    let again = try place.load()
    #expect(again.code == 0 && again.output.contains("0 statements; 2 known already"), "\(again.output)")
  }

  @Test("names the file, line, column, value and what was expected of each cell, and takes none of the rows")
  func cells() throws {
    let place = try Self.place(
      "id,name,kind,founded,page\nit,Italy,state,1861,p. 1\nfr,France,stat,1789-13,p. 2\nes,Spain,state,soon,p. 3\n"
    )
    let run = try place.load()
    #expect(run.code == 3 && run.output.isEmpty)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("3 cells cannot be read; nothing was imported") == true)
    #expect(
      lines.contains { $0.contains("visits.csv:3: column 'kind': found 'stat', expected state") },
      "\(run.errors)")
    #expect(
      lines.contains { $0.contains("visits.csv:3: column 'founded': found '1789-13', expected an EDTF date") }
    )
    #expect(
      lines.contains { $0.contains("visits.csv:4: column 'founded': found 'soon', expected an EDTF date") })
    #expect(try place.count() == "0")
  }

  @Test("lists the first problems, says how many more there are, and how to go on")
  func all() throws {
    let rows = (1...60).map { "a\($0),A,stat,,p\n" }.joined()
    let run = try Self.place("id,name,kind,founded,page\n" + rows + "it,Italy\n").load()
    #expect(run.code == 3)
    #expect(run.errors.contains("60 cells and 1 row cannot be read"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 27)
    #expect(run.errors.contains("and 36 more. --keep-going imports the other rows"), "\(run.errors)")
  }

  @Test(
    "names the line of what is wrong with the file itself",
    arguments: [
      (
        "id,name,kind,founded,page\nit,Italy\n",
        "visits.csv:2: found '2 fields', expected 5, as in the header"
      ),
      (
        "id,name,kind,founded,page\nit,\"Italy,state,,\n",
        "visits.csv:2: a quoted field begins here and never ends"
      ),
      ("id,name,name,founded,page\n", "visits.csv:1: two columns are called 'name'"),
      ("", "visits.csv is empty"), ("id,name,kind,page\nit,Italy,state,p\n", "founded"),
    ])
  func tables(table: String, says: String) throws {
    let place = try Self.place(table)
    let run = try place.load()
    #expect(run.code == 3)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(try place.count() == "0")
  }

  @Test(
    "names the line of what is wrong with the mapping",
    arguments: [
      ("kind: actor", "kind: planet", "visits.yml:5:"),
      ("founded: {column", "fonded: {column", "visits.yml:10:"),
      ("entities:", "entitis:", "visits.yml:4:"),
      ("founded: {column: founded}", "founded: {colum: founded}", "visits.yml:10:"),
      ("founded: {column: founded}", "founded: {column: founded", "visits.yml:"),
    ])
  func mappings(right: String, wrong: String, says: String) throws {
    let place = try Self.place(Self.good, mapping: Self.mapping.replacing(right, with: wrong))
    let run = try place.load()
    #expect(run.code == 3)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(try place.count() == "0")
  }
}
