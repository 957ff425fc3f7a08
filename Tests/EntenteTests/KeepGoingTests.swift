import Foundation
import TestSupport
import Testing

@Suite("Importing the good rows") struct KeepGoingTests {
  private static let mapping = """
    # What a register of towns says.
    file: towns.csv   # from the register
    delimiter: ";"
    decimal: ","
    encoding: utf-8
    source: {value: survey}
    locator: {column: page}
    entities:
      - kind: actor
        id: "{id}"
        says:
          name: {column: name}
          kind: {column: kind}
          founded: {column: founded}
          within: {column: within}

    """

  /// The second and the fourth row cannot be taken, the fifth lies within an actor of the fourth, and the last has too few cells.
  private static let table = #"""
    id;name;kind;founded;within;page
    it;Italy;state;1861;;"p. ""1"""
    xx;Town;stat;1300;it;=p. 2
    lu;Lucca;city;1160;it;p. 3
    ge;"Genoa
    and port";city;1099-13;it;p. 4
    al;Albaro;district;;ge;p. 5
    to;Turin;city

    """#
  private static let mended = table.replacing("stat;", with: "state;").replacing("1099-13", with: "1099")
    .replacing(
      "to;Turin;city\n", with: "to;Turin;city;;it;p. 6\n")

  private static func place(_ table: String) throws -> ImportFolder {
    try ImportFolder("towns", mapping: mapping, table: table)
  }

  /// The record without its batches.
  private static func record(_ place: ImportFolder) throws -> [String] {
    try [
      "SELECT id, source, locator, rank, coder, says FROM statement ORDER BY id",
      "SELECT * FROM actor ORDER BY id", "SELECT * FROM nesting ORDER BY 1, 2",
    ]
    .flatMap(place.ask)
  }

  @Test("leaves the others in a file of their own, which makes the whole record once it is mended")
  func mend() throws {
    let place = try Self.place(Self.table)
    let run = try place.load("--keep-going")
    #expect(run.code == 1 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("towns.csv: 2 rows brought 2 statements, 1 source."), "\(run.output)")
    #expect(
      run.output.contains("4 rows were left out") && run.output.contains("entente import"), "\(run.output)")
    #expect(try place.folder.read("towns.csv") == Self.table)
    let rejected = try place.folder.read("towns.rejected.csv")
    let rows = rejected.split(separator: "\n").map(String.init)
    #expect(rows[0] == "id,name,kind,founded,within,page,problem")
    #expect(
      rows[1].hasPrefix("xx,Town,stat,1300,it,=p. 2,\"column 'kind': found 'stat', expected state"), "\(rows)"
    )
    #expect(
      rows[2] == "ge,\"Genoa"
        && rows[3].hasPrefix("and port\",city,1099-13,it,p. 4,\"column 'founded': found '1099-13'"))
    #expect(
      rows[4].hasPrefix(
        "al,Albaro,district,,ge,p. 5,\"column 'within': found 'ge', expected an actor of the register"))
    #expect(rows[5] == "to,Turin,city,\"found '3 fields', expected 6, as in the header\"" && rows.count == 6)
    #expect(
      try place.folder.read("towns.rejected.yml")
        == Self.mapping.replacing("file: towns.csv   # from the register", with: "file: 'towns.rejected.csv'")
        .replacing(
          "delimiter: \";\"\n", with: ""
        ).replacing("encoding: utf-8\n", with: ""))

    // Not mended yet: the same again, in files of their own.
    let again = try place.load("--keep-going", by: ["towns.rejected.yml"])
    #expect(again.code == 1 && again.output.contains("0 rows brought 0 statements"), "\(again)")
    let same = rejected.replacing("found '3 fields', expected 6", with: "found '4 fields', expected 7")
    #expect(try place.folder.read("towns.rejected-2.csv") == same)

    try place.folder.write(
      rejected.replacing("Town,stat,", with: "Town,state,").replacing("1099-13,it", with: "1099,it")
        .replacing(
          "to,Turin,city,", with: "to,Turin,city,,it,p. 6,"), to: "towns.rejected.csv")
    let last = try place.load(by: ["towns.rejected.yml"])
    #expect(
      last.code == 0 && last.output.contains("towns.rejected.csv: 4 rows brought 4 statements."), "\(last)")
    let whole = try Self.place(Self.mended)
    #expect(try whole.load().code == 0)
    #expect(try Self.record(place) == Self.record(whole))
  }

  @Test("writes nothing in a rehearsal, nor where all rows are good, nor without being told to")
  func nothing() throws {
    let place = try Self.place(Self.table)
    let files = try place.folder.files()
    let rehearsal = try place.load("--keep-going", "--dry-run")
    #expect(rehearsal.code == 1 && rehearsal.output.contains("+ actor lu: "), "\(rehearsal)")
    #expect(
      rehearsal.output.contains("2 rows would bring 2 statements, 1 source; nothing was changed."),
      "\(rehearsal)")
    #expect(rehearsal.output.contains("towns.csv:3: column 'kind': found 'stat'"), "\(rehearsal)")
    #expect(try place.load().code == 3)
    #expect(try place.folder.files() == files)
    try place.folder.write(Self.mended, to: "towns.csv")
    let good = try place.load("--keep-going")
    #expect(good.code == 0 && good.output.contains("6 rows brought 6 statements"), "\(good)")
    #expect(try place.folder.files() == files)
  }

  @Test("leaves files that are there as they are, and takes the next free name")
  func free() throws {
    let place = try Self.place(Self.table)
    try place.folder.write("mine", to: "towns.rejected.yml")
    try place.folder.write("mine", to: "towns.rejected-2.csv")
    #expect(try place.load("--keep-going").output.contains("towns.rejected-3.yml"))
    #expect(
      try place.folder.read("towns.rejected.yml") == "mine"
        && place.folder.read("towns.rejected-2.csv") == "mine")
    let written = try place.folder.files().filter { $0.contains("rejected") }
    #expect(
      written == [
        "towns.rejected-2.csv", "towns.rejected-3.csv", "towns.rejected-3.yml", "towns.rejected.yml",
      ])
    #expect(try place.folder.read("towns.rejected-3.yml").contains("file: 'towns.rejected-3.csv'\n"))
  }
}
