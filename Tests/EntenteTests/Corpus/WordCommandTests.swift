import Foundation
import TestSupport
import Testing

@Suite("entente corpus kwic, keyness, collocates, career")
struct WordCommandTests {
  private static let table = """
    id,date,outlet,text
    d1,2001-05-03,Courier,"A trade partner of Łódź. Trade grows."
    d2,2002-03-01,Herald,"The strategic partner. A strategic partnership with Chengdu."
    d3,2001/2002,Courier,Partner cities
    d4,,Courier,"中国同意大利建立全面战略伙伴关系，
    深化战略伙伴关系。"

    """

  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(Self.table, to: "news.csv")
    #expect(try Program.run(["init"], in: folder).code == 0)
    let imported = try Program.run(
      [
        "corpus", "import", "news.csv", "--name", "news", "--id", "id", "--text", "text", "--date", "date",
        "--outlet", "outlet",
      ], in: folder)
    #expect(imported.code == 0, "\(imported.errors)")
    return folder
  }

  private func object(_ run: Program.Run) throws -> [String: Any] {
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    return try #require(try run.json() as? [String: Any])
  }

  /// What a terminal shows a line in, for the letters that are used here.
  private func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  @Test("shows keywords in context, sorted and lined up, Chinese too")
  func kwic() throws {
    let folder = try folder()
    let found = try object(
      Program.run(["corpus", "kwic", "news", "partner*", "--sort", "left", "--json"], in: folder))
    #expect(found["matches"] as? Int == 4 && found["documents"] as? Int == 3)
    let lines = try #require(found["lines"] as? [[String: Any]])
    #expect(lines.map { $0["document"] as? String } == ["d3", "d2", "d2", "d1"])
    #expect(lines.map { $0["match"] as? String } == ["Partner", "partnership", "partner", "partner"])
    #expect(lines[3]["bytes"] as? [Int] == [8, 15] && lines[3]["before"] as? String == "A trade ")
    #expect(lines[3]["date"] as? String == "2001-05-03")

    // As a search finds outlets.
    let courier = try object(
      Program.run(["corpus", "kwic", "news", "partner*", "--outlet", "COURIÉR", "--json"], in: folder))
    #expect(courier["matches"] as? Int == 2)
    #expect(try Program.run(["corpus", "kwic", "news", "partner*", "--outlet", "…"], in: folder).code == 1)

    let chinese = try Program.run(["corpus", "kwic", "news", "伙伴关系", "--width", "20"], in: folder)
    let rows = chinese.lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == 4 && Set(rows.map(width)).count == 1, "\(chinese.output)")
    #expect(rows[2].contains("大利建立全面战略 | 伙伴关系 | ， 深化战略伙伴关系"), "\(rows[2])")
    #expect(chinese.lines.contains("- 2 matches of 伙伴关系 in 1 of 4 documents."))
  }

  @Test("tells what is key in a part, and what is undefined")
  func keyness() throws {
    let folder = try folder()
    let found = try object(
      Program.run(
        [
          "corpus", "keyness", "news", "--target", "outlet=Herald", "--reference", "to=2001-12", "--least",
          "1", "--json",
        ],
        in: folder))
    let words = try #require(found["words"] as? [[String: Any]])
    let strategic = try #require(words.first)
    #expect(strategic["word"] as? String == "strategic" && strategic["target"] as? Int == 2)
    #expect((found["target"] as? [String: Any])?["words"] as? Int == 8)
    // d3 may be of 2001 or of 2002.
    #expect((found["reference"] as? [String: Any])?["words"] as? Int == 7)
    #expect(found["in_neither_for_their_date"] as? Int == 1)
    let ratio = strategic["log_ratio"] as? [String: Any]
    #expect(ratio?["undefined"] as? String == "the word is not in the reference" && ratio?["value"] == nil)
    let last = try #require(words.first { $0["word"] as? String == "trade" })
    #expect((last["g2"] as? Double ?? 0) < 0)

    let csv = try Program.run(
      ["corpus", "keyness", "news", "--target", "outlet=Herald", "--least", "1", "--format", "csv"],
      in: folder)
    // Programs tell columns by their names.
    let columns = csv.lines[0].matches(of: /"[^"]*"|[^,]+/).map { String($0.output) }
    #expect(columns.count == 9 && Set(columns).count == 9, "\(columns)")

    let rest = try object(
      Program.run(
        ["corpus", "keyness", "news", "--target", "outlet=Herald", "--least", "2", "--json"], in: folder))
    let first = try #require((rest["words"] as? [[String: Any]])?.first)
    #expect(
      first["word"] as? String == "strategic"
        && (rest["reference"] as? [String: Any])?["documents"] as? Int == 3)
  }

  @Test("tells what stands near, with its measures")
  func collocates() throws {
    let found = try object(
      Program.run(
        ["corpus", "collocates", "news", "partner*", "--window", "1", "--least", "1", "--json"], in: folder())
    )
    let words = try #require(found["collocates"] as? [[String: Any]])
    #expect(found["matches"] as? Int == 4 && found["words_near"] as? Int == 7)
    #expect(
      Set(words.compactMap { $0["word"] as? String }) == ["trade", "of", "strategic", "a", "with", "cities"])
    let strategic = try #require(words.first { $0["word"] as? String == "strategic" })
    #expect(
      strategic["near"] as? Int == 2 && strategic["left"] as? Int == 2 && strategic["right"] as? Int == 0)
    // 14 + log₂ (2 · 2 / (4 + 2)).
    #expect(abs((strategic["log_dice"] as? Double ?? 0) - 13.4150375) < 1e-6)
  }

  @Test("follows a word through time, with what stands before it")
  func career() throws {
    let folder = try folder()
    let found = try object(Program.run(["corpus", "career", "news", "partner*", "--json"], in: folder))
    let periods = try #require(found["periods"] as? [[String: Any]])
    #expect(periods.map { $0["period"] as? String } == ["2001", "2002"])
    #expect(
      periods.map { $0["matches"] as? [String: Int] } == [
        ["certain": 1, "possible": 2], ["certain": 2, "possible": 3],
      ])
    #expect((found["undated"] as? [String: Int])?["documents"] == 1)
    let modifiers = try #require(found["modifiers"] as? [[String: Any]])
    #expect(modifiers.first?["text"] as? String == "strategic" && modifiers.first?["matches"] as? Int == 2)
    let first = modifiers.first?["first"] as? [String: String]
    #expect(first == ["from": "2002-03-01", "to": "2002-03-01", "document": "d2"])

    let chinese = try Program.run(["corpus", "career", "news", "伙伴关系"], in: folder)
    #expect(chinese.output.contains("全面战略"))
    #expect(chinese.output.contains("- 1 document has no date and is of no period; matches in it: 2."))
  }

  @Test("says what is wrong, and exits with 1 when nothing is found")
  func faults() throws {
    let folder = try folder()
    for command in ["kwic", "collocates", "career"] {
      #expect(try Program.run(["corpus", command, "news", "absent"], in: folder).code == 1)
      let none = try Program.run(["corpus", command, "news", "…"], in: folder)
      #expect(none.code == 2 && none.errors.contains("a word at least"), "\(none.errors)")
      let unknown = try Program.run(["corpus", command, "olds", "x"], in: folder)
      #expect(unknown.code != 0 && unknown.errors.contains("news"), "\(unknown.errors)")
    }
    let part = try Program.run(["corpus", "keyness", "news", "--target", "colour=red"], in: folder)
    #expect(part.code == 2 && part.errors.contains("from=DATE, to=DATE, outlet=NAME or language=CODE"))
    let empty = try Program.run(["corpus", "keyness", "news", "--target", "outlet=None"], in: folder)
    #expect(empty.code == 2 && empty.errors.contains("the target has no words"), "\(empty.errors)")
    let copies = try Program.run(["corpus", "kwic", "news", "x", "--without-copies"], in: folder)
    #expect(copies.code == 2 && copies.errors.contains("entente corpus dedupe news"))
  }
}
