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

  private static func folder(_ table: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(#"[{"id": "survey", "type": "report", "title": "A survey"}]"#, to: "sources.json")
    try folder.write(mapping, to: "towns.yml")
    try folder.write(table, to: "towns.csv")
    #expect(try Program.run(["init", "--archive", "a.entente"], in: folder).code == 0)
    return folder
  }

  private static func load(_ folder: ScratchFolder, _ mapping: String, _ options: String...) throws
    -> Program.Run
  {
    try Program.run(["import", mapping, "--archive", "a.entente"] + options, in: folder)
  }

  /// The record without its batches.
  private static func record(_ folder: ScratchFolder) throws -> [String] {
    try [
      "SELECT id, source, locator, rank, coder, says FROM statement ORDER BY id",
      "SELECT * FROM actor ORDER BY id", "SELECT * FROM nesting ORDER BY 1, 2",
    ]
    .flatMap {
      try Program.run(["query", $0, "--format", "csv", "--archive", "a.entente"], in: folder).lines
    }
  }

  @Test("leaves the others in a file of their own, which makes the whole record once it is mended")
  func mend() throws {
    let folder = try Self.folder(Self.table)
    let run = try Self.load(folder, "towns.yml", "--keep-going")
    #expect(run.code == 1 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("towns.csv: 2 rows brought 2 statements, 1 source."), "\(run.output)")
    #expect(
      run.output.contains("4 rows were left out") && run.output.contains("entente import"), "\(run.output)")
    #expect(try folder.read("towns.csv") == Self.table)
    let rejected = try folder.read("towns.rejected.csv")
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
      try folder.read("towns.rejected.yml")
        == Self.mapping.replacing("file: towns.csv   # from the register", with: "file: 'towns.rejected.csv'")
        .replacing(
          "delimiter: \";\"\n", with: ""
        ).replacing("encoding: utf-8\n", with: ""))

    // Not mended yet: the same again, in files of their own.
    let again = try Self.load(folder, "towns.rejected.yml", "--keep-going")
    #expect(again.code == 1 && again.output.contains("0 rows brought 0 statements"), "\(again)")
    let same = rejected.replacing("found '3 fields', expected 6", with: "found '4 fields', expected 7")
    #expect(try folder.read("towns.rejected-2.csv") == same)

    try folder.write(
      rejected.replacing("Town,stat,", with: "Town,state,").replacing("1099-13,it", with: "1099,it")
        .replacing(
          "to,Turin,city,", with: "to,Turin,city,,it,p. 6,"), to: "towns.rejected.csv")
    let last = try Self.load(folder, "towns.rejected.yml")
    #expect(
      last.code == 0 && last.output.contains("towns.rejected.csv: 4 rows brought 4 statements."), "\(last)")
    let whole = try Self.folder(Self.mended)
    #expect(try Self.load(whole, "towns.yml").code == 0)
    #expect(try Self.record(folder) == Self.record(whole))
  }

  @Test("writes nothing in a rehearsal, nor where all rows are good, nor without being told to")
  func nothing() throws {
    let folder = try Self.folder(Self.table)
    let files = try folder.files()
    let rehearsal = try Self.load(folder, "towns.yml", "--keep-going", "--dry-run")
    #expect(rehearsal.code == 1 && rehearsal.output.contains("+ actor lu: "), "\(rehearsal)")
    #expect(
      rehearsal.output.contains("2 rows would bring 2 statements, 1 source; nothing was changed."),
      "\(rehearsal)")
    #expect(rehearsal.output.contains("towns.csv:3: column 'kind': found 'stat'"), "\(rehearsal)")
    #expect(try Self.load(folder, "towns.yml").code == 3)
    #expect(try folder.files() == files)
    try folder.write(Self.mended, to: "towns.csv")
    let good = try Self.load(folder, "towns.yml", "--keep-going")
    #expect(good.code == 0 && good.output.contains("6 rows brought 6 statements"), "\(good)")
    #expect(try folder.files() == files)
  }

  @Test("leaves files that are there as they are, and takes the next free name")
  func free() throws {
    let folder = try Self.folder(Self.table)
    try folder.write("mine", to: "towns.rejected.yml")
    try folder.write("mine", to: "towns.rejected-2.csv")
    #expect(try Self.load(folder, "towns.yml", "--keep-going").output.contains("towns.rejected-3.yml"))
    #expect(try folder.read("towns.rejected.yml") == "mine" && folder.read("towns.rejected-2.csv") == "mine")
    let written = try folder.files().filter { $0.contains("rejected") }
    #expect(
      written == [
        "towns.rejected-2.csv", "towns.rejected-3.csv", "towns.rejected-3.yml", "towns.rejected.yml",
      ])
    #expect(try folder.read("towns.rejected-3.yml").contains("file: 'towns.rejected-3.csv'\n"))
  }
}
