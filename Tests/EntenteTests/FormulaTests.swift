import Foundation
import Interchange
import TestSupport
import Testing

@Suite("CSV that the program writes")
struct FormulaTests {
  /// What a spreadsheet would run, or take apart.
  private static let names = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "=\u{301}1", "-inf",
    "=HYPERLINK(\"x\")", "-a\r\nb",
  ]

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let sources = names.enumerated().map { ["id": "s\($0)", "type": "report", "title": $1] }
    let json = try JSONSerialization.data(withJSONObject: sources)
    try folder.write(String(decoding: json, as: UTF8.self), to: "sources.json")
    let rows = names.enumerated().map { "o\($0),\"\($1.replacing("\"", with: "\"\""))\",-\($0 + 1)\n" }
      .joined()
    try folder.write("id,name,value\n" + rows, to: "x.csv")
    try folder.write(
      """
      file: x.csv
      source: {value: s0}
      locator: {column: name}
      entities:
        - {kind: actor, id: "{id}", says: {name: {column: name}, kind: {value: state}}}
        - {kind: observation, id: "{id}", says: {measure: {column: name}, value: {column: value}}}
        - {kind: partnership, id: "p{id}", says: {party: [{column: id, side: partner}, {value: o0, side: cn}], kind: {value: twinning}}}
      """, to: "x.yml")
    try folder.write(
      """
      study: hostile
      title: "=1+1"
      source: s0
      about: "@x"
      tables:
        - {id: t, title: "=1", rows: "=r", columns: "+c", sql: "SELECT measure AS row, 'x' AS column, 1 AS certain, 1 AS possible
           FROM observation"}
      figures:
        - {id: f, title: f, alt: f, sql: "SELECT measure AS \\"=m\\", value_lowest AS low FROM observation", vegalite: {mark: bar}}
      checks: []
      """, to: "home/Studies/hostile/study.yml")
    try folder.write("sources: s\n", to: "home/Evidence/evidence.yml")
    #expect(try Program.run(["init", "--archive", "a.entente"], in: folder).code == 0)
    let run = try Program.run(["import", "x.yml", "--archive", "a.entente"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    return folder
  }

  /// Its cells, the header's among them; read by the program's own reader.
  private static func cells(_ csv: String) throws -> [String] {
    var reader = try CSVReader(Array(csv.utf8))
    var cells = reader.header
    while let record = try reader.next() { cells += record.fields }
    return cells
  }

  @Test("holds no cell that begins as a formula, whichever command writes it, and its numbers are numbers")
  func defused() throws {
    let folder = try Self.folder()
    let commands = [
      ["query", "SELECT measure, value_lowest AS low, -5 AS \"-five\" FROM observation"],
      ["table", "--rows", "country", "--scope", "all"], ["sources"], ["find", "SUM"], ["study", "list"],
    ]
    var written: [String: String] = [:]
    for command in commands {
      let run = try Program.run(
        command + ["--format", "csv"] + (command[0] == "study" ? [] : ["--archive", "a.entente"]),
        environment: ["ENTENTE_HOME": folder.path + "/home"], in: folder)
      #expect(run.code == 0, "\(command): \(run.errors)")
      written[command.joined(separator: " ")] = run.output
    }
    let run = try Program.run(
      ["study", "run", "hostile", "--no-figures", "--out", "report", "--archive", "a.entente"],
      environment: ["ENTENTE_HOME": folder.path + "/home"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    for file in try folder.files() where file.hasPrefix("report/") && file.hasSuffix(".csv") {
      written[file] = try folder.read(file)
    }
    #expect(written.count == 7, "\(written.keys.sorted())")
    for (writer, csv) in written {
      let cells = try Self.cells(csv)
      let starts = cells.filter { cell in
        let first = cell.unicodeScalars.first
        let isNumber = !cell.isEmpty && cell.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
        return first.map { "=+-@＝\t\r\n".unicodeScalars.contains($0) } == true
          && !(isNumber && cell.count > 1)
      }
      #expect(starts.isEmpty, "\(writer): \(starts)")
      #expect(cells.contains { $0.hasPrefix("'") }, "\(writer) was not tested: \(cells.prefix(8))")
    }
    let query = try Self.cells(written.first { $0.key.hasPrefix("query") }?.value ?? "")
    for name in Self.names {
      #expect(query.contains("'" + name.trimmingCharacters(in: .whitespaces)), "\(name)")
    }
    #expect(query.contains("-1.0") || query.contains("-1"))
    #expect(query.contains("'-five") && query.contains("-5"))
  }
}
