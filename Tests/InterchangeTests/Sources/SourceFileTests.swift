import Diplomacy
import Foundation
import Interchange
import Testing

@Suite("A file of sources") struct CSLFileTests {
  private func read(_ json: String) throws -> [Source] {
    try CSLFile.read(Data(json.utf8), name: "sources.json")
  }

  private func issued(_ json: String) throws -> String? {
    try read(#"[{"id":"a","type":"book","title":"A","issued":\#(json)}]"#)[0].issued?.text
  }

  @Test("is read item by item, and each is kept whole")
  func items() throws {
    let sources = try read(
      #"[{"type":"article-journal","title":"Łódź / “A”","id":"a","DOI":"10.1/x"}, {"id":"b","type":"book","title":"B"}]"#
    )
    #expect(sources.map(\.id) == ["a", "b"])
    #expect(sources.map(\.title) == ["Łódź / “A”", "B"])
    #expect(sources[0].csl == #"{"DOI":"10.1/x","id":"a","title":"Łódź / “A”","type":"article-journal"}"#)
    #expect(sources[0].issued == nil)
    #expect(try read("[]") == [])
  }

  /// CSL's date variables: date-parts as numbers or strings, one or two of them.
  @Test("has dates as CSL writes them")
  func dates() throws {
    #expect(try issued(#"{"date-parts":[[2019]]}"#) == "2019")
    #expect(try issued(#"{"date-parts":[[2019,4]]}"#) == "2019-04")
    #expect(try issued(#"{"date-parts":[["2019","4","9"]]}"#) == "2019-04-09")
    #expect(try issued(#"{"date-parts":[[2019,12],[2020,1]]}"#) == "2019-12/2020-01")
    #expect(try issued(#"{"date-parts":[[-44,3,15]]}"#) == "-0044-03-15")
    #expect(try issued(#"{"date-parts":[[476]]}"#) == "0476")
    #expect(try issued(#"{"raw":"spring 2019"}"#) == nil)
  }

  @Test(
    "that is none is refused, with the item",
    arguments: [
      ("", "not JSON"), ("{}", "expected an array"), ("[1]", "expected an array"),
      ("[", "not JSON"),
      (#"[{"id":"a","type":"book"}]"#, "item 1 needs"),
      (#"[{"id":1,"type":"book","title":"A"}]"#, "item 1 needs"),
      (#"[{"id":"a","type":"book","title":"A"},{"id":"b","title":"B"}]"#, "item 2 needs"),
      (
        #"[{"id":"a","type":"book","title":"A","issued":{"date-parts":[[2019,13]]}}]"#,
        "item 'a' has an 'issued'"
      ),
      (#"[{"id":"a","type":"book","title":"A"},{"id":"a","type":"book","title":"B"}]"#, "'a' comes twice"),
    ])
  func refused(_ json: String, _ message: String) {
    let error = #expect(throws: FormatError.self) { try read(json) }
    #expect(error?.file == "sources.json")
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }
}

@Suite("A file of a ladder") struct LadderFileTests {
  private let good = """
    ladder: l
    title: A ladder
    source: a
    rungs:
      - name: low
        labels: [Partnership, Cooperative Partnership]
      - name: high
        labels: Strategic Partnership
      - name: top
    """

  @Test("is read from the lowest rung to the highest")
  func reads() throws {
    let ladder = try LadderFile.read(good, name: "l.yml")
    #expect([ladder.id, ladder.title, ladder.source.text] == ["l", "A ladder", "a"])
    #expect(ladder.rungs.map(\.name) == ["low", "high", "top"])
    #expect(
      ladder.rungs.map(\.labels) == [
        ["Partnership", "Cooperative Partnership"], ["Strategic Partnership"], [],
      ])
    #expect(ladder.position(of: "STRATEGIC partnership") == 1)
    #expect(ladder.position(of: "cooperative partnership") == 0)
    #expect(ladder.position(of: "alliance") == nil)
  }

  @Test(
    "that is none is refused, with the line",
    arguments: [
      ("title: A ladder\n", "", 1, "a ladder needs 'title'"),
      ("rungs:", "rung:", 4, "unknown key 'rung' in a ladder"),
      ("  - name: top", "  - label: top", 9, "unknown key 'label' in a rung"),
      ("Strategic Partnership", "PARTNERSHIP", 7, "stands on two rungs"),
      ("[Partnership, Cooperative Partnership]", "{a: b}", 6, "a label must be a single value"),
      ("  - name: top", "  - labels: x", 9, "a rung needs 'name'"),
    ])
  func refused(_ part: String, _ other: String, _ line: Int, _ message: String) throws {
    let error = #expect(throws: FormatError.self) {
      try LadderFile.read(good.replacing(part, with: other), name: "l.yml")
    }
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    #expect(error?.line == line)
    #expect(throws: FormatError.self) {
      try LadderFile.read("ladder: l\ntitle: t\nsource: a\nrungs: x\n", name: "l.yml")
    }
  }
}
