import Archive
import Diplomacy
import Foundation
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Editing in the observatory")
struct EditTests {
  private static let place = "/partnership/pl-lodz+cn-chengdu"

  private static func record(_ archive: ArchiveStore) throws -> [[String]] {
    try ["flow", "event", "contradiction", "contradiction_value", "source", "name"].flatMap { table in
      try archive.query("SELECT * FROM \(table)").rows.map { $0.map(\.text) }.sorted {
        $0.lexicographicallyPrecedes($1)
      }
    }
  }

  @Test("shows what a statement would do, keeps it once, and takes it back")
  func walk() async throws {
    let visit = try await EditVisit()
    let before = try Self.record(visit.archive)
    let version = try visit.archive.version()
    // A table that is looked at is watched.
    #expect(try await visit.get("/explore?count=quantities&happened=2020&within=cn-chengdu").status == 200)
    let preview = try await visit.post("/edit/preview", EditVisit.gift)
    #expect(preview.status == 200)
    for part in [
      "12000 against 11700 against 15000",
      "12000 or 11700 (11700–12000) → 12000 or 11700 or 15000 (11700–15000)",
      "143\u{202F}700–144\u{202F}000", "143\u{202F}700–147\u{202F}000", ">Keep</button>",
    ] { #expect(preview.text.contains(part), "\(part)") }
    #expect(try visit.archive.version() == version)

    let kept = try await visit.post("/edit/keep", EditVisit.gift)
    #expect(kept.status == 303)
    let address = try #require(kept.headers[.location])
    #expect(address.hasPrefix(Self.place + "#s-"))
    let id = String(address.split(separator: "#")[1])
    let page = try await Visit.get(Self.place, at: visit.site)
    #expect(page.text.contains("id=\"\(id)\"") && page.text.contains("15000"))

    let once = try visit.archive.version()
    let again = try await visit.post("/edit/keep", EditVisit.gift)
    #expect(again.status == 200 && again.text.contains("on record already, word for word"))
    #expect(!again.text.contains(">Keep</button>"))
    #expect(try visit.archive.version() == once)

    #expect(try await visit.get("/edit").text.contains("Undo batch 17"))
    #expect(try await visit.get("/edit/undo?batch=17").text.contains("12000 or 11700 or 15000"))
    #expect(try await visit.post("/edit/undo", ["batch": "17"]).status == 422)
    let undone = try await visit.post("/edit/undo", ["batch": "17", "reason": "a trial"])
    #expect(undone.status == 303 && undone.headers[.location] == "/edit")
    #expect(try Self.record(visit.archive) == before)
    let twice = try await visit.post("/edit/undo", ["batch": "17", "reason": "a trial"])
    #expect(twice.status == 409 && twice.text.contains("undone already, by batch 18"))
    #expect(try visit.archive.check(isDeep: true) == Bundled.archive().check(isDeep: true))
  }

  @Test("begins from a source's page as from a partnership's, and is offered to who may edit alone")
  func fromSource() async throws {
    let visit = try await EditVisit()
    let address = "/source/mierzejewski-2021?statement=s-qaj7dh47erbf"
    let links = ["correct=s-qaj7dh47erbf", "withdraw?statement=s-qaj7dh47erbf"]
    let page = try await visit.get(address).text
    let reader = try await Visit.get(address, at: visit.site).text
    for link in links { #expect(page.contains("/edit/") && page.contains(link) && !reader.contains(link)) }
  }

  @Test("corrects a statement in one batch, for a reason, and withdraws one; a moved figure is named before")
  func correction() async throws {
    let visit = try await EditVisit()
    let form = try await visit.get("/edit/statement?correct=s-qaj7dh47erbf")
    #expect(
      form.text.contains("value=\"11700\"") && form.text.contains("value=\"Reality check section, L193\""))
    var fields = Dictionary(
      uniqueKeysWithValues: Draft(correcting: try #require(try visit.archive.standing("s-qaj7dh47erbf")))
        .fields.map {
          ($0.name, $0.value)
        })
    fields["says.quantity.0"] = "12000"
    let blank = try await visit.post("/edit/preview", fields)
    #expect(blank.status == 422 && blank.text.contains("why the statement is corrected"))
    fields["reason"] = "the copy at hand has 12000"
    let preview = try await visit.post("/edit/preview", fields)
    #expect(
      preview.text.contains("sister-cities-pandemic PF074") && preview.text.contains("contradiction goes"))
    #expect(try await visit.post("/edit/keep", fields).status == 303)
    let batch = try visit.archive.batch(17)
    #expect(batch.retracted == ["s-qaj7dh47erbf"] && batch.added == 1 && batch.batch.kind == .edit)
    #expect(batch.batch.reason == "the copy at hand has 12000")
    #expect(try await visit.post("/edit/keep", fields).status == 422)

    let page = try await visit.get("/edit/withdraw?statement=s-9efkpftsvdw5")
    #expect(page.status == 200 && page.text.contains(">Withdraw</button>"))
    #expect(
      try await visit.post("/edit/withdraw", ["statement": "s-9efkpftsvdw5", "reason": " "]).status == 422)
    let withdrawn = try await visit.post(
      "/edit/withdraw", ["statement": "s-9efkpftsvdw5", "reason": "twice"])
    #expect(withdrawn.status == 303 && withdrawn.headers[.location] == Self.place)
    #expect(try visit.archive.logged("s-9efkpftsvdw5")?.retraction == "twice")
    let again = try await visit.post("/edit/withdraw", ["statement": "s-9efkpftsvdw5", "reason": "twice"])
    #expect(again.status == 409 && again.text.contains("withdrawn already"))
  }

  @Test("loses nothing that was typed: faults and the way back leave every field as it was")
  func input() async throws {
    let visit = try await EditVisit()
    let typed = EditVisit.gift.merging([
      "says.quantity.0": "a dozen & more", "says.note.0": "first", "says.note.1": "second",
      "work.title": "\"New\"",
      "says.terms.0": "sold", "says.quantity.0.during": "soon", "rank": "preferred", "note": "two\nlines",
    ]) { $1 }
    for (path, status) in [("/edit/preview", 422), ("/edit/keep", 422), ("/edit/statement", 200)] {
      let seen = try await visit.post(path, typed)
      #expect(seen.status == status)
      for value in [
        "a dozen &amp; more", "first", "second", "&quot;New&quot;", "soon", "ev-083/masks", "kim",
      ] {
        #expect(seen.text.contains("value=\"\(value)\""), "\(path) lost \(value)")
      }
      for chosen in ["sold", "preferred"] {
        #expect(seen.text.contains("<option value=\"\(chosen)\" selected>"))
      }
      #expect(seen.text.contains("two\nlines</textarea>"))
    }
    let more = try await visit.post("/edit/statement", typed.merging(["more": "note"]) { $1 })
    #expect(more.text.contains("name=\"says.note.2\"") && !more.text.contains("name=\"says.note.3\""))
    let preview = try await visit.post("/edit/preview", EditVisit.gift)
    for (name, value) in EditVisit.gift {
      #expect(preview.text.contains("<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"), "\(name)")
    }
  }

  @Test("warns of what the record may say already")
  func twins() async throws {
    let visit = try await EditVisit()
    let same = try await visit.post(
      "/edit/preview", EditVisit.gift.merging(["locator": "Reality check section, L191"]) { $1 })
    #expect(same.text.contains("/edit/statement?correct=s-9efkpftsvdw5"))
    let actor = [
      "kind": "actor", "entity": "pl-new", "says.name.0": "lodz", "source": "boni-2023", "locator": "p. 1",
    ]
    let alike = try await visit.post("/edit/preview", actor)
    #expect(alike.text.contains("Łódź [pl-lodz]") && alike.text.contains(">new</span>"))
  }

  @Test("waits for another writer, and then keeps what was typed on the page", .timeLimit(.minutes(5)))
  func busy() async throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/x.entente"
    try ArchiveStore.create(at: path) { archive in
      for batch in try Bundled.archive().batches() {
        try archive.append(Bundled.archive().delivery(of: batch.number), at: batch.recordedAt)
      }
    }
    let visit = try await EditVisit(
      ArchiveStore.openForReading(at: path, readers: 4), writing: ArchiveStore.open(at: path))
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/env")
    other.arguments = ["sqlite3", path]
    let pipe = Pipe()
    other.standardInput = pipe
    other.standardOutput = FileHandle.nullDevice
    try other.run()
    pipe.fileHandleForWriting.write(Data("BEGIN IMMEDIATE;\n".utf8))
    try await Task.sleep(for: .seconds(1))
    let seen = try await visit.post("/edit/keep", EditVisit.gift)
    pipe.fileHandleForWriting.write(Data("ROLLBACK;\n.quit\n".utf8))
    try pipe.fileHandleForWriting.close()
    other.waitUntilExit()
    #expect(seen.status == 503 && seen.text.contains("is writing to the archive"))
    #expect(
      seen.text.contains("name=\"says.quantity.0\" value=\"15000\"") && seen.text.contains(">Keep</button>"))
    #expect(try await visit.post("/edit/keep", EditVisit.gift).status == 303)
  }
}
