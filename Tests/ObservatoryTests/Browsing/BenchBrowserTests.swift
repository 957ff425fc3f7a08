import Archive
import Discourse
import Foundation
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite(
  "The coding bench in a browser", .serialized,
  .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct BenchBrowserTests {
  private static let enter = "\u{E007}"
  private static let escape = "\u{E00C}"
  private static let shift = "\u{E008}"
  private static let right = "\u{E014}"

  /// What a coder gives to a document, by its key: 1 is aid, 2 trade, 3 other, 0 none. Ben is of another mind on every sixth document, Cem on
  /// every tenth.
  private static func key(_ coder: String, _ document: Int) -> String {
    if coder == "Ben", document.isMultiple(of: 6) { return "3" }
    if coder == "Cem", document.isMultiple(of: 10) { return "0" }
    return document.isMultiple(of: 2) ? "1" : "2"
  }

  private static func says(_ browser: Browser, _ text: String) throws {
    #expect(
      try browser.waits(for: "document.querySelector('main')?.innerText.includes('\(text)')"), "\(text)")
  }

  /// The document that is shown, once the page of a place is there.
  private static func document(_ browser: Browser, at place: Int) throws -> Int {
    #expect(
      try browser.waits(for: "location.pathname == '/code/1/\(place)' && document.readyState == 'complete'"),
      "\(place)")
    let id = try browser.evaluate("document.querySelector('dl.facts dd').innerText") as? String ?? ""
    return Int(id.dropFirst()) ?? 0
  }

  private static func click(_ browser: Browser, _ selector: String) throws {
    #expect(try browser.waits(for: "document.querySelector('\(selector)')"), "\(selector)")
    _ = try browser.evaluate("(document.querySelector('\(selector)').click(), true)")
  }

  @Test(
    "has three coders code 30 documents blind with two keys a document, shows how far they agree, has decided what they disagree on, and flags what a changed rule makes stale",
    .timeLimit(.minutes(5)))
  func exercise() async throws {
    let archive = try CodedRecord.archive(documents: 30)
    let site = try BenchVisit.site(archive)
    let entrances = CodedRecord.coders.map { BenchVisit.entrance(.code(as: $0), of: site) }
    let judge = BenchVisit.entrance(.adjudicate, of: site)
    try await LiveSite.browse(site) { browser, address in
      try browser.resize(1440)
      for (coder, entrance) in zip(CodedRecord.coders, entrances) {
        try browser.open(address + entrance)
        try Self.says(browser, "0 of 30 done")
        try Self.click(browser, "a.go")
        var keys = 0
        for place in 1...30 {
          let document = try Self.document(browser, at: place)
          let others = CodedRecord.coders.filter { $0 != coder }
          let isSeen = "\(others).some(name => document.body.innerText.includes(name))"
          #expect(try browser.evaluate(isSeen) as? Bool == false)
          for key in [Self.key(coder, document), Self.enter] {
            try browser.press(key)
            keys += 1
          }
        }
        #expect(try browser.waits(for: "location.pathname == '/code'"))
        try Self.says(browser, "30 of 30 done")
        #expect(keys == 60)
      }
      #expect(try browser.console() == [])

      try browser.open(address + judge)
      try Self.says(browser, "0 wait for coders; on 23 they agree, or there is one alone; 7 are contested")
      try browser.open(address + "/code/reliability?of=themes")
      try Self.says(browser, "30 units, 3 coders, 90 ratings")
      // By hand, after Krippendorff (2011): of the 90 values 82 are cooperation, 5 other, 3 none; six units have one of three that differs, and one
      // has three different ones. Observed 15/90, expected 1 − (82·81 + 5·4 + 3·2)/(90·89).
      try Self.says(browser, "Krippendorff’s α = .005 (nominal)")
      try Self.says(browser, "seed 1")
      for left in stride(from: 6, through: 0, by: -1) {
        try Self.click(browser, "nav a[href=\"/code\"]")
        try Self.click(browser, "a.go")
        #expect(try browser.waits(for: "document.getElementById('person')"))
        // Where Ben gave other, he is followed; else the two who gave aid.
        let decide = """
          (isOther => document.querySelectorAll('.contested').forEach(row => {
            const holds = row.innerText.includes('Other') == isOther;
            row.querySelector(`input[value=${holds ? 'yes' : 'no'}]`).click();
          }))(document.querySelector('.contested')?.closest('table').innerText.includes('Other'))
          """
        _ = try browser.evaluate("(\(decide), document.getElementById('person').value = 'Dana', true)")
        try Self.click(browser, "form.statement .decide button")
        try Self.says(browser, "\(left) to decide")
      }
      #expect(try browser.console() == [])

      // Cooperation is what is left without the five documents on which Ben was followed: 6, 12, 18, 24 and 30.
      let report = try ThemeReport(CodingDesk(archive, corpus: "news"), ThemeQuestion())
      #expect(report.table.themes == ["Cooperation", "Other 其他"])
      #expect([0, 1].map { report.table.total($0).certain.count } == [25, 5])
      #expect([0, 1].map { report.table.total($0).possible.count } == [25, 5])

      try CodedRecord.changeRule(in: archive)
      for (entrance, count) in zip(entrances, [15, 10, 12]) {
        try browser.open(address + entrance)
        try Self.says(browser, "To look at again (\(count))")
      }
      try Self.click(browser, "a.go")
      try Self.says(browser, "rule changed in version 2")
      try browser.press(Self.enter)
      try Self.says(browser, "11 to look at again")
      try browser.open(address + "/code/reliability")
      try Self.says(browser, "Ann 15, Ben 10, Cem 11")
      #expect(try browser.console() == [])
    }

    let folder = try ScratchFolder()
    let path = folder.path + "/news.qdpx"
    try QDAExport.write(QDAExport.run(CodingDesk(archive, corpus: "news")), to: path)
    let other = try ArchiveStore.inMemory()
    _ = try QDAImport(path, corpus: "news", codebook: "themes").run(into: other, at: CodedRecord.at)
    #expect(try CodedRecord.log(other) == CodedRecord.log(archive))
    #expect(try other.codebook("themes").versions == archive.codebook("themes").versions)
    let decisions = try archive.decisions(of: "news", codebook: "themes")
    #expect(try other.decisions(of: "news", codebook: "themes").map(\.document) == decisions.map(\.document))
    #expect(try other.decisions(of: "news", codebook: "themes").map(\.holds) == decisions.map(\.holds))
    #expect(try other.check(isDeep: true).isEmpty)
  }

  @Test(
    "gives codes to passages by keyboard alone, in any script; what the browser counts is the text’s own",
    .timeLimit(.minutes(5)))
  func passages() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive)
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let places = try (1...4).map { try ann.place(of: "d\($0)", for: "Ann") }
    let entrance = BenchVisit.entrance(.code(as: "Ann"), of: site)
    try await LiveSite.browse(site) { browser, address in
      try browser.resize(1440)
      try browser.open(address + entrance)
      func open(_ document: Int) throws {
        try browser.open(address + "/code/1/\(places[document - 1])")
        _ = try Self.document(browser, at: places[document - 1])
        let count = try browser.number("document.getElementById('text').textContent.length")
        #expect(count == Double(CodedRecord.odd[document - 1].utf16.count), "\(document)")
      }
      func selected() throws -> String { try browser.evaluate("getSelection().toString()") as? String ?? "" }
      for document in [1, 3] { try open(document) }

      try open(2)
      for _ in 0..<2 { try browser.press("j") }
      #expect(try selected() == "Two 😀 𠮷 e\u{301}.")
      try browser.press("1")
      try Self.says(browser, "Cooperation / Aid <b>: “Two 😀 𠮷 e\u{301}.”")
      for _ in 0..<2 { try browser.press("k") }
      #expect(try selected() == "One.")
      // The end is fitted: without the full stop, and with it again.
      try browser.press("\u{E012}", with: Self.shift)
      #expect(try selected() == "One")
      try browser.press("2")
      try browser.press(Self.escape)
      for key in ["3", "?", "m"] { try browser.press(key) }
      try browser.type("1 a")
      try browser.press(Self.escape)
      try browser.press(Self.enter)
      #expect(try browser.waits(for: "location.pathname != '/code/1/\(places[1])'"))
      try open(2)
      #expect(try browser.number("document.querySelectorAll('#text mark').length") == 2)

      try open(4)
      try browser.press("j")
      try browser.press("J")
      try browser.press("2")
      // Once more takes it back, and again gives it.
      for _ in 0..<2 { try browser.press("2") }
      try browser.press(Self.enter)
      #expect(try browser.waits(for: "location.pathname != '/code/1/\(places[3])'"))
      // What is not kept is left by the brackets, and is as it was.
      try open(1)
      try browser.press("1")
      let beside = places[0] < 6 ? "]" : "["
      try browser.press(beside)
      #expect(try browser.waits(for: "location.pathname != '/code/1/\(places[0])'"))
      try open(1)
      #expect(try browser.number("document.querySelectorAll('#sheet [data-code]:checked').length") == 0)
      try browser.press("s")
      #expect(try browser.waits(for: "location.pathname != '/code/1/\(places[0])'"))
      #expect(try browser.console() == [])
    }
    let log = try CodedRecord.log(archive)
    #expect(
      log.map(\.verdict) == [
        .code("a b&c=\"d\"", nil), .code("trade", Passage(start: 0, end: 3)),
        .code("aid", Passage(start: 6, end: 17)), .code("trade", Passage(start: 0, end: 15)), .skipped,
      ])
    #expect(log.prefix(3).allSatisfy { $0.memo == "1 a" && $0.isUnsure })
    let texts = log.compactMap { coding in
      coding.passage?.text(in: CodedRecord.odd[coding.document == "d2" ? 1 : 3]).map(String.init)
    }
    #expect(texts == ["One", "Two 😀 𠮷 e\u{301}.", "两国签署文件。双方将扩大贸易！"])
  }

  @Test("stands on a desk and on a phone, with a name to each field; nothing is said to the console")
  func pages() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive)
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    for coder in CodedRecord.coders {
      let visit = try await BenchVisit(.code(as: coder), at: site)
      for number in 1...6 {
        try await visit.code(
          "d\(number)", of: coder,
          ["code.\(coder == "Ben" ? "aid" : "trade")": "1", "passage.0": "0 3 aid", "memo": coder])
      }
    }
    try CodedRecord.changeRule(in: archive)
    let place = try ann.place(of: "d2", for: "Ann")
    let coding = ["/code", "/code/1/\(place)"]
    let deciding = ["/code", "/code/adjudicate", "/code/reliability", "/code/reliability?of=themes"]
    let rights = [(Right.code(as: "Ann"), coding), (.adjudicate, deciding)]
    let entrances = rights.map { BenchVisit.entrance($0.0, of: site) }
    try await LiveSite.browse(site) { browser, address in
      for (entrance, (_, addresses)) in zip(entrances, rights) {
        try browser.open(address + entrance)
        for page in addresses {
          for width in [1440, 390] {
            try browser.resize(width)
            try browser.open(address + page)
            try BrowserTests.look(browser, address, "\(page) at \(width)")
          }
        }
      }
    }
  }
}
