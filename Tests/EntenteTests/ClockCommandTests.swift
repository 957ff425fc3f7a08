import Foundation
import TestSupport
import Testing

/// `batches`, `undo`, `diff`, `history` and `--known-at`, as typed.
@Suite("The commands of record time") struct ClockCommandTests {
  private let folder: ScratchFolder

  /// Łódź's masks: twelve thousand in one table, then eleven thousand seven hundred in a second.
  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      #"[{"id": "article", "type": "article", "title": "An article"}]"#, to: "sources.json")
    for (name, quantity) in [("first", "12000"), ("second", "11700")] {
      try folder.write("id,quantity\nmasks,\(quantity)\n", to: "\(name).csv")
      try folder.write(
        """
        file: \(name).csv
        source: article
        locator: "table \(name)"
        entities:
          - {kind: flow, id: "{id}", says: {item: {value: masks}, quantity: {column: quantity}}}
        """, to: "\(name).yml")
    }
    _ = try run("init")
    for name in ["first", "second"] { _ = try run("import", "\(name).yml", "--coder", "kim") }
  }

  private func run(_ arguments: String...) throws -> Program.Run { try Program.run(arguments, in: folder) }

  private func quantity(_ arguments: String...) throws -> String {
    let query = ["query", "SELECT quantity FROM flow", "--format", "csv"]
    return try Program.run(query + arguments, in: folder).lines.dropFirst().joined()
  }

  private func batches() throws -> [[String: String]] {
    try Spreadsheet.records(of: run("batches", "--format", "csv").output)
  }

  @Test("list the batches with what each brought, and whether it stands")
  func list() throws {
    _ = try run("undo", "1", "--reason", "wrong file", "--coder", "lee")
    let batches = try batches()
    #expect(batches.map { $0["batch"] } == ["1", "2", "3"])
    #expect(batches.map { $0["kind"] } == ["import", "import", "undo"])
    #expect(batches.map { $0["file"] } == ["first.csv", "second.csv", ""])
    #expect(batches.map { $0["statements"] } == ["1", "1", "0"])
    #expect(batches.map { $0["sources"] } == ["1", "0", "0"])
    #expect(batches.map { $0["coder"] } == ["kim", "kim", "lee"])
    #expect(batches.map { $0["standing"] } == ["undone by 3", "", "undoes 1"])
    #expect(batches.map { $0["file hash"]?.count } == [64, 64, 0])
    let json = try #require(run("batches", "--json").json() as? [[String: Any]])
    #expect(json[0]["undoneBy"] as? Int == 3)
    #expect(json[2]["undoes"] as? Int == 1)
    #expect(json[2]["reason"] as? String == "wrong file")
  }

  @Test("undo a batch and bring it back")
  func undo() throws {
    #expect(try quantity() == "12000 or 11700")
    let undone = try run("undo", "2", "--reason", "wrong file")
    #expect(undone.code == 0)
    #expect(undone.output == "batch 2 is undone by batch 3: 1 statement went from the record.\n")
    #expect(try quantity() == "12000")
    #expect(try run("import", "second.yml").output == "second.csv: 1 rows brought 1 statement.\n")
    #expect(try quantity() == "12000 or 11700")
    #expect(try run("undo", "4", "--reason", "wrong after all").code == 0)
    #expect(try run("undo", "5", "--reason", "right after all").code == 0)
    #expect(try quantity() == "12000 or 11700")
    #expect(try run("check").code == 0)
  }

  @Test(
    "refuse what cannot be undone, and say why",
    arguments: [("3", "3"), ("2", "undone already, by batch 3"), ("x", "x")])
  func refused(_ batch: String, _ says: String) throws {
    if batch == "2" { _ = try run("undo", "2", "--reason", "wrong file") }
    let before = try batches().count
    let run = try run("undo", batch, "--reason", "again")
    #expect(run.code == (batch == "x" ? 2 : 3))
    #expect(run.errors.contains(says))
    #expect(try batches().count == before)
    #expect(try self.run("undo", "1").code == 2)
    #expect(try self.run("undo", "1", "--reason", " ").code == 2)
  }

  @Test("look at the record as it was known: figures, sources and the search index")
  func known() throws {
    let moment = try #require(batches().first?["recorded at"])
    #expect(try quantity("--known-at", moment) == "12000")
    #expect(try quantity("--known-at", "2001-01-01") == "")
    #expect(try run("sources", "--json", "--known-at", "2001-01-01").output == "[]\n")
    #expect(try run("find", "article", "--known-at", "2001-01-01").code == 1)
    #expect(try run("find", "article").code == 0)
    #expect(try run("show", "masks", "--known-at", moment).output.contains("11700") == false)
    #expect(try run("show", "masks", "--known-at", moment, "--json").output.contains("second") == false)
    #expect(try run("contradictions", "--known-at", moment).output.hasPrefix("0 contradictions.\n"))
  }

  @Test("tell what differs between batches, moments and archives")
  func diff() throws {
    let run = try run("diff", "1", "2", "--no-results")
    #expect(run.code == 0)
    #expect(
      run.output == """
        CHANGED (1)
          flow masks
              quantity: 12000 → 12000 or 11700 (11700–12000)

        CONTRADICTIONS THAT APPEARED (1)
          amount: flow masks, quantity, 12000 against 11700

        """)
    for same in [["2", "2"], ["2"], ["observatory.entente", "observatory.entente"], ["2001-01-01", "0"]] {
      let run = try Program.run(["diff", "--no-results"] + same, in: folder)
      #expect(run.code == 0)
      #expect(run.output == "Nothing differs.\n", "\(same)")
    }
    let json = try #require(try self.run("diff", "0", "2", "--json").json() as? [String: Any])
    #expect(json["same"] as? Bool == false)
    let entities = try #require(json["entities"] as? [[String: Any]])
    #expect(entities.map { $0["change"] as? String } == ["added"])
    #expect((json["results"] as? [Any])?.count == 0)
    let gone = try self.run("diff", "9", "2")
    #expect(gone.code == 3)
    #expect(gone.errors.contains("there is no batch 9"))
    #expect(try self.run("diff", "nowhere.entente", "2").code == 2)
  }

  @Test("tell how an entity came to be known")
  func history() throws {
    let ids = try run("query", "SELECT id FROM live_statement ORDER BY place", "--format", "csv").lines
    _ = try run("retract", ids[2], "--reason", "misread", "--coder", "lee")
    _ = try run("undo", "1", "--reason", "wrong file")
    let text = try run("history", "masks").output
    for line in [
      "batch 1, import of first.csv by kim  (undone since, by batch 4)",
      "  says  item masks; quantity 12000  ← article, table first [\(ids[1])]", "  ⇒ quantity: + 12000",
      "  ⇒ quantity: 12000 → 12000 or 11700 (11700–12000)", "  contested: quantity, 12000 against 11700",
      "batch 3, retraction by lee", "  because: misread",
      "  withdraws  item masks; quantity 11700  ← article, table second [\(ids[2])]",
      "  ⇒ quantity: 12000 or 11700 (11700–12000) → 12000", "  no longer contested: quantity",
      "batch 4, undo of batch 1", "  ⇒ quantity: − 12000",
    ] { #expect(text.contains(line + "\n") || text.hasSuffix(line + "\n"), "\(line)") }
    let json = try #require(try run("history", "masks", "--json").json() as? [String: Any])
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(steps.map { ($0["said"] as? [Any])?.count } == [1, 1, 0, 0])
    #expect(steps.map { ($0["withdrawn"] as? [Any])?.count } == [0, 0, 1, 1])
    #expect(try run("history", ids[1]).output == text)
    #expect(try run("history", "nobody").code == 3)
  }
}
