import Archive
import Diplomacy
import Interchange
import Testing

import struct Foundation.Data
import struct Foundation.URL

@testable import Workbench

@Suite("An import") struct ImporterTests {
  private let tie = "id,a,b,source,locator\nt1,Łódź,Sichuan,,p. 1\n"

  @Test("brings a table with its sources, its file's hash and its coder")
  func brings() throws {
    let desk = try Desk.withActors(tie)
    let receipt = try desk.bring("ties.yml")
    #expect([receipt.added, receipt.known, receipt.sources] == [1, 0, 0])
    #expect(try desk.counts() == ["2", "5", "1", "4", "1"])
    #expect(try desk.rows("SELECT title FROM partnership") == [["Łódź – Sichuan"]])
    #expect(
      try desk.rows(
        "SELECT kind, file, length(file_hash), length(mapping_hash), coder FROM batch WHERE id = 2")
        == [["import", "ties.csv", "64", "64", "x"]])
    // sha256sum of "abc": the example of FIPS 180-4.
    try desk.write("abc", to: "ties.csv")
    try desk.write("file: ties.csv\nsource: {value: s}\nlocator: {value: l}\nentities: []\n", to: "abc.yml")
    let hash = try desk.plan("abc.yml").delivery.batch.fileHash
    #expect(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("brings nothing the second time")
  func twice() throws {
    let desk = try Desk.withActors(tie)
    try desk.bring("ties.yml")
    let before = try desk.counts()
    let receipt = try desk.bring("ties.yml")
    #expect(receipt.isEmpty)
    #expect(receipt.known == 1)
    #expect(try desk.counts() == before)
  }

  @Test("brings all rows or none, and lists what is wrong with each")
  func allOrNothing() throws {
    let desk = try Desk.withActors(
      "id,a,b,source,locator\nt1,Łódź,Sichuan,,p. 1\n,Łódź,Sichuan,,p. 2\nt3,Nowhere,Sichuan,,p. 3\n")
    let before = try desk.counts()
    let plan = try desk.plan("ties.yml")
    #expect(plan.rows == 3)
    #expect(plan.problems.map { "\($0.file):\($0.line) \($0.column)" } == ["ties.csv:3 id", "ties.csv:4 a"])
    let error = #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
    guard case .problems(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems == plan.problems)
    #expect(try desk.counts() == before)
  }

  @Test("planned changes nothing")
  func planned() throws {
    let desk = try Desk.withActors(tie)
    let before = try desk.counts()
    #expect(try desk.plan("ties.yml").delivery.statements.count == 1)
    #expect(try desk.counts() == before)
  }

  @Test("with a source that is not recorded is refused, with the row")
  func unknownSource() throws {
    let desk = try Desk.withActors("id,a,b,source,locator\nt1,Łódź,Sichuan,,\n\nt2,Łódź,Sichuan,nobody,\n")
    let problems = try desk.plan("ties.yml").problems
    #expect(problems.map { "\($0.line) \($0.column) \($0.value)" } == ["4 source nobody"])
    #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
  }

  @Test("with an inventory that is no recorded source is refused, with the row")
  func unknownInventory() throws {
    let mapping = Desk.tieMapping.replacing(
      "says: {", with: #"says: {inventory: {column: lists, split: ";"}, "#)
    let table = "id,a,b,source,locator,lists\nt1,Łódź,Sichuan,,,s\nt2,Łódź,Sichuan,,,s; lists-2019\n"
    let desk = try Desk.withActors(table, mapping: mapping)
    let problems = try desk.plan("ties.yml").problems
    #expect(
      problems.map { "\($0.file):\($0.line) \($0.column) \($0.value)" } == ["ties.csv:3 lists lists-2019"])
    #expect(problems.first?.expected.hasPrefix("the id of a recorded source") == true)
    #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
  }

  @Test("lists a row with too few or too many fields among the others, and takes none")
  func ragged() throws {
    let desk = try Desk.withActors(
      "id,a,b,source,locator\nt1,Łódź\nt2,Nowhere,Sichuan,,\nt3,Łódź,Sichuan,,,\nt4,Łódź,Sichuan,,\n")
    let before = try desk.counts()
    let problems = try desk.plan("ties.yml").problems
    #expect(
      problems.map { "\($0.line) \($0.column) \($0.value)" }
        == ["2  2 fields", "3 a Nowhere", "4  6 fields"])
    #expect(problems.first?.expected == "5, as in the header")
    #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
    #expect(try desk.counts() == before)
  }

  @Test("with a record that is no CSV is refused whole, with the line")
  func malformed() throws {
    let desk = try Desk.withActors("id,a,b,source,locator\nt1,Łódź,Sichuan,,\nt2,\"Łódź\n")
    let before = try desk.counts()
    let error = #expect(throws: WorkbenchError.self) { try desk.bring("ties.yml") }
    guard case .csv("ties.csv", .openQuote(line: 3)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try desk.counts() == before)
  }

  @Test("of several mappings lets each know what those before it bring, and is one batch each")
  func several() throws {
    let desk = try Desk([
      "sources.json": Desk.sources, "actors.yml": Desk.actorMapping, "actors.csv": Desk.actors,
      "ties.yml": Desk.tieMapping, "ties.csv": tie,
    ])
    let importer = Importer(desk.archive)
    let paths = ["actors.yml", "ties.yml"].map { desk.folder + "/" + $0 }
    let moment = "2026-01-31T12:00:00.000Z"
    let plans = try importer.plan(mappingsAt: paths)
    #expect(plans.flatMap(\.problems) == [])
    let rehearsed = try importer.rehearse(plans, at: moment)
    #expect(
      rehearsed.map { $0.statements.map(\.entity.id) } == [
        ["pl-lodz", "cn-sichuan", "fr-paris", "us-paris"], ["t1"],
      ])
    #expect(rehearsed.map(\.sources) == [1, 0])
    #expect(try desk.counts() == ["0", "0", "0", "0", "0"])
    #expect(try importer.carryOut(plans, at: moment).map(\.added) == [4, 1])
    #expect(try desk.counts() == ["2", "5", "1", "4", "1"])
    #expect(try importer.rehearse(try importer.plan(mappingsAt: paths), at: moment).allSatisfy(\.isEmpty))
  }

  @Test("of several mappings brings none of them when one has a problem, and lists those of all")
  func severalOrNone() throws {
    let desk = try Desk([
      "sources.json": Desk.sources, "actors.yml": Desk.actorMapping, "actors.csv": Desk.actors + "x\n",
      "ties.yml": Desk.tieMapping, "ties.csv": tie + "t2,Łódź\n",
    ])
    let importer = Importer(desk.archive)
    let plans = try importer.plan(mappingsAt: ["actors.yml", "ties.yml"].map { desk.folder + "/" + $0 })
    let error = #expect(throws: WorkbenchError.self) {
      try importer.carryOut(plans, at: "2026-01-31T12:00:00.000Z")
    }
    guard case .problems(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.map { "\($0.file):\($0.line)" } == ["actors.csv:6", "ties.csv:3"])
    #expect(try desk.counts() == ["0", "0", "0", "0", "0"])
  }

  @Test("by a mapping that is not UTF-8 is refused, with the file and the line")
  func mappingBytes() throws {
    let desk = try Desk(["actors.csv": Desk.actors])
    let bytes = Data("# x\n# caf".utf8) + [0xE9] + Data(("\n" + Desk.actorMapping).utf8)
    try bytes.write(to: URL(filePath: desk.folder + "/latin.yml"))
    guard
      case .format(let error) = #expect(
        throws: WorkbenchError.self, performing: { try desk.plan("latin.yml") })
    else {
      Issue.record("read latin.yml")
      return
    }
    #expect(error.file == "latin.yml" && error.line == 2 && error.message.hasPrefix("not UTF-8"))
  }

  @Test("whose files cannot be read says which")
  func unreadable() throws {
    let desk = try Desk(["lonely.yml": Desk.actorMapping, "bad.yml": "fil: x\n"])
    for (mapping, path) in [("none.yml", "/none.yml"), ("lonely.yml", "/actors.csv")] {
      guard
        case .unreadable(let named, _) = #expect(
          throws: WorkbenchError.self, performing: { try desk.plan(mapping) })
      else {
        Issue.record("read \(mapping)")
        continue
      }
      #expect(named == desk.folder + path)
    }
    guard
      case .format(let error) = #expect(throws: WorkbenchError.self, performing: { try desk.plan("bad.yml") })
    else {
      Issue.record("read bad.yml")
      return
    }
    #expect(error.file == "bad.yml")
  }
}
