import Archive
import Discourse
import Foundation
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("A document on the coding bench")
struct SheetTests {
  @Test("is kept by appending what differs, goes on to the next, and comes back as it was left")
  func keeps() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive)
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let first = try await ann.fields("d5", of: "Ann")
    let sent = try await ann.post(
      "/code/keep", first.merging(["code.a b&c=\"d\"": "1", "code.aid": "1", "memo": "two\r\nlines "]) { $1 })
    let next = try #require(Int(first["place"] ?? "")) % 6 + 1
    #expect(sent.status == 303 && sent.headers[.location] == "/code/1/\(next)")
    let page = try await ann.get("/code/1/\(try ann.place(of: "d5", for: "Ann"))").text
    #expect(page.contains("data-code=\"a b&amp;c=&quot;d&quot;\" data-name=\"Other 其他\" checked"))
    #expect(page.contains(">\ntwo\nlines</textarea>") && page.contains("1 of 6 done"))

    try await ann.code("d5", of: "Ann", ["code.aid": "1", "unsure": "1", "memo": "two\r\nlines"])
    let log = try CodedRecord.log(archive)
    #expect(
      log.map(\.verdict) == [
        .code("a b&c=\"d\"", nil), .code("aid", nil), .noLonger("a b&c=\"d\"", nil), .code("aid", nil),
      ])
    #expect(log.map(\.isUnsure) == [false, false, false, true])
    #expect(log.allSatisfy { $0.coder == "Ann" && $0.document == "d5" && $0.version == 1 })
    #expect(Set(log.map(\.id)).count == 4)
    // The same again says nothing new.
    try await ann.code("d5", of: "Ann", ["code.aid": "1", "unsure": "1", "memo": "two\nlines"])
    #expect(try CodedRecord.log(archive).count == 4)
    try await ann.code("d5", of: "Ann", ["act": "skip"])
    try await ann.code("d5", of: "Ann", ["none": "1"])
    let coded = try archive.codings(of: "news", codebook: "themes").of(document: "d5")
    #expect(coded.map(\.state) == [.none] && coded[0].given.isEmpty)
    #expect(try archive.check(isDeep: true).isEmpty)
  }

  @Test("takes passages in UTF-16 units, and keeps them in code points", arguments: [2, 3, 4])
  func passages(_ number: Int) async throws {
    let archive = try CodedRecord.archive()
    let ann = try await BenchVisit(.code(as: "Ann"), at: BenchVisit.site(archive))
    let text = CodedRecord.odd[number - 1]
    let units = Array(text.utf16)
    // All but the first character: a place in the middle, and the end.
    let start = text.unicodeScalars.prefix(7).reduce(0) { $0 + $1.utf16.count }
    try await ann.code(
      "d\(number)", of: "Ann",
      ["passage.0": "\(start) \(units.count) aid", "passage.new1": "0 \(start) trade"])
    let marks = try CodedRecord.log(archive).compactMap(\.passage).sorted()
    let count = text.unicodeScalars.count
    #expect(marks == [Passage(start: 0, end: 7), Passage(start: 7, end: count)])
    let page = try await ann.get("/code/1/\(try ann.place(of: "d\(number)", for: "Ann"))").text
    #expect(page.contains("value=\"\(start) \(units.count) aid\" checked"))
    #expect(page.contains("<mark title=\"Cooperation / Trade\">"))
    // One of the two is taken back.
    try await ann.code("d\(number)", of: "Ann", ["passage.0": "0 \(start) trade"])
    #expect(try CodedRecord.log(archive).last?.verdict == .noLonger("aid", Passage(start: 7, end: count)))
    for bad in ["0 99999 aid", "5 5 aid", "-1 3 aid", "x y aid", "1 2", "0 9223372036854775807 aid"] {
      let form = try await ann.code("d\(number)", of: "Ann", ["passage.0": bad, "memo": "kept"])
      #expect(form.status == 400, "\(bad)")
    }
    #expect(try CodedRecord.log(archive).count == 3)
  }

  @Test("is not cut in the middle of a character")
  func surrogates() async throws {
    let archive = try CodedRecord.archive()
    let ann = try await BenchVisit(.code(as: "Ann"), at: BenchVisit.site(archive))
    let place = CodedRecord.odd[1].utf16.firstIndex { $0 == 0xD83D }.map {
      CodedRecord.odd[1].utf16.distance(from: CodedRecord.odd[1].utf16.startIndex, to: $0)
    }
    let unit = try #require(place)
    #expect(try await ann.code("d2", of: "Ann", ["passage.0": "0 \(unit + 1) aid"]).status == 400)
    #expect(try await ann.code("d2", of: "Ann", ["passage.0": "0 \(unit + 2) aid"]).status == 303)
  }

  @Test(
    "is not kept where nothing is said, or two things at once, or of what is not there; what was written stays",
    arguments: [
      (["memo": "my <memo>"], 422), (["none": "1", "code.aid": "1", "memo": "my <memo>"], 422),
      (["code.coop": "1", "memo": "my <memo>"], 409), (["code.nothing": "1", "memo": "my <memo>"], 409),
      (["code.aid": "1", "version": "2", "memo": "my <memo>"], 409),
      (["code.aid": "1", "seen": "1", "memo": "my <memo>"], 409),
    ] as [([String: String], Int)])
  func faults(_ chosen: [String: String], _ status: Int) async throws {
    let archive = try CodedRecord.archive()
    let ann = try await BenchVisit(.code(as: "Ann"), at: BenchVisit.site(archive))
    let seen = try await ann.code("d5", of: "Ann", chosen)
    #expect(seen.status == status && seen.text.contains("role=\"alert\""))
    #expect(seen.text.contains(">\nmy &lt;memo&gt;</textarea>"))
    if chosen["code.aid"] != nil {
      #expect(seen.text.contains("data-code=\"aid\" data-name=\"Cooperation / Aid &lt;b&gt;\" checked"))
    }
    #expect(try CodedRecord.log(archive).isEmpty)
    let long = try await ann.code(
      "d5", of: "Ann", ["none": "1", "memo": String(repeating: "é", count: 10_001)])
    #expect(long.status == 422)
    for place in ["0", "7", "-1", "x", ""] {
      #expect(try await ann.code("d5", of: "Ann", ["place": place]).status == 404, "\(place)")
    }
  }

  @Test("sent twice is kept once; sent from two windows, the second is shown and not lost")
  func twice() async throws {
    let archive = try CodedRecord.archive()
    let ann = try await BenchVisit(.code(as: "Ann"), at: BenchVisit.site(archive))
    let form = try await ann.fields("d5", of: "Ann").merging(["code.aid": "1"]) { $1 }
    #expect(try await ann.post("/code/keep", form).status == 303)
    #expect(try await ann.post("/code/keep", form).status == 303)
    #expect(try CodedRecord.log(archive).count == 1)
    let other = form.merging(["code.trade": "1", "memo": "from here"]) { $1 }
    let seen = try await ann.post("/code/keep", other)
    #expect(seen.status == 409 && seen.text.contains("coded or decided elsewhere"))
    #expect(seen.text.contains(">\nfrom here</textarea>"))
    #expect(try CodedRecord.log(archive).count == 1)
    // What the page brings along now is of the present state.
    let again = try #require(seen.text.firstMatch(of: /name="seen" value="(\d+)"/)?.1)
    #expect(try await ann.post("/code/keep", other.merging(["seen": String(again)]) { $1 }).status == 303)
    #expect(try CodedRecord.log(archive).count == 3)
  }

  @Test("is flagged when a rule has changed, comes first, and is settled by keeping it anew")
  func stale() async throws {
    let archive = try CodedRecord.archive()
    let site = try BenchVisit.site(archive)
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let open = try await ann.fields("d6", of: "Ann")
    try await ann.code("d5", of: "Ann", ["code.aid": "1"])
    try await ann.code("d2", of: "Ann", ["code.trade": "1"])
    try CodedRecord.changeRule(in: archive)
    let queue = try await ann.get("/code").text
    let place = try ann.place(of: "d5", for: "Ann")
    #expect(queue.contains("To look at again (1)") && queue.contains("rule changed in version 2"))
    #expect(queue.contains("<a class=\"go\" href=\"/code/1/\(place)\">Look again: document \(place)</a>"))
    let page = try await ann.get("/code/1/\(place)").text
    #expect(page.contains("To look at again: <bdi>Cooperation / Aid &lt;b&gt;: rule changed in version 2"))
    // A form that was open meanwhile is told what changed.
    let late = try await ann.post("/code/keep", open.merging(["code.aid": "1", "memo": "m"]) { $1 })
    #expect(late.status == 409 && late.text.contains("a new version, 2"))
    #expect(late.text.contains("<bdi>Cooperation / Aid &lt;b&gt;: rule changed</bdi>"))
    let judge = try await BenchVisit(.adjudicate, at: site)
    #expect(try await judge.get("/code/reliability").text.contains("rules that are others now"))
    #expect(try await judge.get("/code/reliability").text.contains("Ann 1"))

    try await ann.code("d5", of: "Ann", ["code.aid": "1"])
    #expect(try CodedRecord.log(archive).last?.version == 2)
    #expect(!(try await ann.get("/code").text.contains("To look at again")))
    #expect(try CodedRecord.log(archive).count == 3)
  }

  @Test("shows a hostile text as it is, every character in its place", arguments: [1, 2, 3])
  func hostile(_ number: Int) async throws {
    let ann = try await BenchVisit(.code(as: "Ann"), at: BenchVisit.site(CodedRecord.archive()))
    let page = try await ann.get("/code/1/\(try ann.place(of: "d\(number)", for: "Ann"))").text
    let markup = Markup(page)
    #expect(
      markup.elements.filter { $0 == "script" }.count == page.matches(of: /<script [^>]*type="module"/).count)
    #expect(!markup.attributes.contains { $0.name.hasPrefix("on") || $0.name == "style" })
    #expect(!markup.elements.contains("img") && page.contains("dir=\"auto\""))
    #expect(!page.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\r" || $0 == "\u{7}" })
  }

  @Test("waits for another writer, and then keeps what was typed on the page", .timeLimit(.minutes(5)))
  func busy() async throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/x.entente"
    try ArchiveStore.create(at: path) { _ = try CodedRecord.archive(in: $0) }
    let site = try BenchVisit.site(
      ArchiveStore.openForReading(at: path, readers: 4), writing: ArchiveStore.open(at: path))
    let ann = try await BenchVisit(.code(as: "Ann"), at: site)
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/env")
    other.arguments = ["sqlite3", path]
    let pipe = Pipe()
    other.standardInput = pipe
    other.standardOutput = FileHandle.nullDevice
    try other.run()
    pipe.fileHandleForWriting.write(Data("BEGIN IMMEDIATE;\n".utf8))
    try await Task.sleep(for: .seconds(1))
    let seen = try await ann.code("d5", of: "Ann", ["code.aid": "1", "memo": "mine"])
    pipe.fileHandleForWriting.write(Data("ROLLBACK;\n.quit\n".utf8))
    try pipe.fileHandleForWriting.close()
    other.waitUntilExit()
    #expect(seen.status == 503 && seen.text.contains("is writing to the archive"))
    #expect(seen.text.contains(">\nmine</textarea>") && seen.text.contains("\" checked"))
    #expect(try await ann.code("d5", of: "Ann", ["code.aid": "1", "memo": "mine"]).status == 303)
    #expect(try CodedRecord.log(ArchiveStore.open(at: path)).map(\.memo) == ["mine"])
  }
}
