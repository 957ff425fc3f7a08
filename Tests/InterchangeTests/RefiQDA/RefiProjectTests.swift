import Discourse
import Interchange
import TestSupport
import Testing

private let guid = RefiExample.guid

@Suite("A QDA project") struct RefiProjectTests {
  @Test("is read: coders, nested codes with their rules, texts, codings and values of variables")
  func reading() throws {
    let contents = try RefiContents(RefiProject(RefiExample.package()))
    #expect(contents.users.map(\.name) == ["Ann"])
    #expect(contents.codebook.codes.map(\.id) == [guid(11), guid(12)])
    #expect(contents.codebook[guid(12)]?.parent == guid(11))
    #expect(contents.codebook.codes.map(\.isGiven) == [true, false])
    let rule = try #require(contents.codebook[guid(11)]?.rule)
    #expect(rule.definition == "Gifts.")
    #expect(rule.rules == ["When sent.\nNot when promised.", "Masks."])
    #expect(rule.examples == ["“30 tonnes”"])
    #expect(contents.sources.map(\.name) == ["One", "Paper"])
    #expect(contents.sources.map(\.text) == [RefiExample.text, "A paper."])
    #expect(contents.sources[0].values.map { [$0.variable, $0.text] } == [["Outlet", "ANSA"]])
    #expect(contents.codings.map(\.guid) == [23, 25, 26].map(guid))
    #expect(contents.codings.map(\.code) == [12, 11, 11].map(guid))
    #expect(contents.codings.map(\.user) == [guid(1), guid(1), nil])
    #expect(contents.codings[0].memo == "look again")
    #expect(contents.kept["PictureSelection"] == 1 && contents.kept["Graph"] == 1)
  }

  @Test("has passages where their code points are, through emoji and rare characters")
  func offsets() throws {
    let contents = try RefiContents(RefiProject(RefiExample.package()))
    let texts = contents.codings.map { $0.passage?.text(in: RefiExample.text).map(String.init) }
    #expect(texts == ["𠮷", "中😀", nil])
  }

  @Test(
    "comes back the same, elements that are not understood included",
    .enabled(if: RefiTools.python != nil, "python3 is not installed"))
  func sameAgain() throws {
    let foreign = RefiExample.document.replacing(
      "</Users>", with: "</Users><x:Mood x:how=\"a&#10;b\">&lt;good&gt;<x:Deep/></x:Mood>")
    let package = RefiExample.package(foreign)
    #expect(try RefiTools.difference(package, RefiProject(package).package()) == "same")
  }

  @Test("of a text in UTF-16, or with a byte order mark, has its offsets after the mark")
  func marks() throws {
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in RefiExample.text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for bytes in [utf16, [0xEF, 0xBB, 0xBF] + Array(RefiExample.text.utf8)] {
      let contents = try RefiContents(RefiProject(RefiExample.package(text: bytes)))
      #expect(contents.codings[0].passage?.text(in: contents.sources[0].text ?? "") == "𠮷")
    }
  }

  @Test(
    "is revised where it differs, and keeps all else",
    .enabled(if: RefiTools.python != nil, "python3 is not installed"))
  func revising() throws {
    let before = RefiExample.package()
    var project = try RefiProject(before)
    let contents = try RefiContents(project)
    func revision(_ codings: [RefiRevision.Coded], _ codebook: Codebook? = nil) -> RefiRevision {
      RefiRevision(
        users: contents.users, codebook: codebook ?? contents.codebook, sources: [], codings: codings,
        guid: {
          "99999999-0000-4000-8000-"
            + String(
              String($0.utf8.reduce(1_000_000) { ($0 * 31 + Int($1)) % 899_999_999_999 + 100_000_000_000 })
                .suffix(12))
        })
    }
    let same = contents.codings.map {
      RefiRevision.Coded(
        guid: $0.guid, source: $0.source, passage: $0.passage, code: $0.code, user: $0.user ?? "",
        at: $0.at ?? "")
    }
    project.revise(revision(same))
    #expect(try RefiTools.difference(before, project.package()) == "same")

    // One coding goes, and with it its passage; another passage has a description, and stays without a coding.
    var fewer = try RefiProject(before)
    fewer.revise(revision([same[2]]))
    let text = String(decoding: fewer.document, as: UTF8.self)
    #expect(!text.contains(guid(25)) && !text.contains("<PlainTextSelection guid=\"\(guid(24))\""))
    #expect(!text.contains(guid(23)) && text.contains("<PlainTextSelection guid=\"\(guid(22))\""))
    #expect(text.contains(guid(26)))

    // One more comes to a passage that is there.
    var more = try RefiProject(before)
    let new = RefiRevision.Coded(
      guid: guid(900), source: guid(21), passage: Passage(start: 3, end: 4), code: guid(11), user: guid(1),
      at: "2026-02-02T00:00:00Z", memo: "why & how")
    more.revise(revision(same + [new]))
    let again = try RefiContents(RefiProject(more.package()))
    let found = try #require(again.codings.first { $0.guid == guid(900) })
    #expect(found.passage == new.passage && found.memo == "why & how")
    #expect(again.codings.count == 4)
    #expect(try RefiContents(RefiProject(more.package())).kept == contents.kept)
  }

  @Test(
    "that is new is valid, and comes back as it was made",
    .enabled(if: RefiTools.validator != nil, "xmllint is not installed (libxml2-utils)"))
  func fresh() throws {
    let codebook = try Codebook([
      Code(
        id: "aid", name: "Aid \"&\" <trade>", rule: .init(definition: "D\r\n", rules: ["R"]), color: "#00FF00"
      ),
      Code(id: "masks", parent: "aid", name: "口罩😀"),
    ])
    let names = [
      "code aid": 1, "code masks": 2, "variable Outlet": 3, "memo \(guid(6))": 4, "passage \(guid(5)) 1 2": 8,
    ]
    let revision = RefiRevision(
      users: [.init(guid: guid(9), name: "Ann")], codebook: codebook,
      sources: [
        .init(guid: guid(5), name: "d1", text: "中😀国", values: [.init(variable: "Outlet", text: "新华社")])
      ],
      codings: [
        .init(
          guid: guid(6), source: guid(5), passage: Passage(start: 1, end: 2), code: "masks", user: guid(9),
          at: "2026-02-02T00:00:00.000Z", memo: "tab\tand\u{0}nul"),
        .init(
          guid: guid(7), source: guid(5), passage: nil, code: "aid", user: guid(9),
          at: "2026-02-02T00:00:00.000Z"),
      ],
      notes: [.init(guid: guid(10), name: "log", text: "{}")], guid: { guid(names[$0] ?? 99) })
    var project = RefiProject(name: "new", origin: "Entente")
    project.revise(revision)
    #expect(try RefiTools.faults(project.document) == "")
    let contents = try RefiContents(RefiProject(project.package()))
    #expect(contents.codebook.codes.map(\.name) == codebook.codes.map(\.name))
    #expect(contents.codebook.codes[0].rule == codebook.codes[0].rule)
    #expect(
      contents.sources == [
        .init(guid: guid(5), name: "d1", text: "中😀国", values: [.init(variable: "Outlet", text: "新华社")])
      ])
    #expect(contents.codings.map(\.passage) == [Passage(start: 1, end: 2), nil])
    #expect(contents.codings[0].memo == "tab\tand\u{FFFD}nul")
    #expect(project.note(guid(10)) == "{}")
  }

  @Test(
    "with nothing in it is valid",
    .enabled(if: RefiTools.validator != nil, "xmllint is not installed (libxml2-utils)"))
  func empty() throws {
    var project = RefiProject(name: "", origin: "Entente")
    project.revise(
      RefiRevision(users: [], codebook: try Codebook([]), sources: [], codings: [], guid: { _ in guid(1) }))
    #expect(try RefiTools.faults(project.document) == "")
    #expect(try RefiContents(RefiProject(project.package())).sources.isEmpty)
  }
}

@Suite("A codebook file") struct RefiCodebookFileTests {
  @Test("comes back as it was") func sameAgain() throws {
    let codebook = try Codebook([
      Code(
        id: guid(1), name: "Aid",
        rule: .init(definition: "a\n\nRules:\n- not one", rules: ["x\ny"], examples: ["- z"])),
      Code(id: guid(2), parent: guid(1), name: "国", isGiven: false, color: "#ABC"),
    ])
    let bytes = RefiCodebookFile.write(codebook, origin: "Entente", guid: { $0 })
    #expect(try RefiCodebookFile.read(bytes).codebook == codebook)
  }

  @Test("of another program is read, its sets told") func foreign() throws {
    let text = """
      <CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="ATLAS.ti"><Codes><Code guid="\(guid(1).uppercased())" name="A" isCodable="true"><Description>d</Description></Code></Codes>
      <Sets><Set guid="\(guid(3))" name="S"><MemberCode guid="\(guid(1))"/></Set></Sets></CodeBook>
      """
    let (read, sets) = try RefiCodebookFile.read(Array(text.utf8))
    #expect(read.codes.map(\.rule.definition) == ["d"] && sets == 1)
  }

  @Test("is refused where it is a project") func wrong() {
    #expect(throws: RefiFault.root(found: "Project", expected: "CodeBook")) {
      try RefiCodebookFile.read(Array("<Project/>".utf8))
    }
  }
}
