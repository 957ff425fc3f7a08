import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

@Suite("A draft")
struct DraftTests {
  /// What a person would type of Łódź's gift, if a third place in the article gave a third number.
  static let gift = [
    "kind": "flow", "entity": "ev-083/masks", "says.quantity.0": "11900", "source": "mierzejewski-2021",
    "locator": "Reality check section, L240", "coder": "kim",
  ]

  static func reading(_ changes: [String: String], in archive: ArchiveStore? = nil) throws
    -> DraftReader.Reading
  {
    let draft = try #require(Draft(fields: gift.merging(changes) { $1 }))
    return try DraftReader.read(draft, in: archive ?? Bundled.archive())
  }

  @Test("is read as the statement that an import of the same would make")
  func read() throws {
    guard case .edit(.record(let statement, let work, let replaced, _)) = try Self.reading([:]) else {
      Issue.record("it has faults")
      return
    }
    let quantity = try #require(Property.named("quantity", of: .flow))
    #expect(
      statement
        == Diplomacy.Statement(
          entity: EntityReference(.flow, "ev-083/masks"),
          says: [quantity: [Claim([try Atom("11900", for: quantity)])]], source: "mierzejewski-2021",
          locator: "Reality check section, L240", coder: "kim"))
    #expect(work == nil && replaced == nil)
  }

  /// What is typed, the field that is at fault, and what its message must say.
  static let faulty: [(typed: [String: String], field: String, expected: String)] = [
    (["entity": " "], "entity", "the identifier of the flow"),
    (["source": ""], "source", "one on record, or a new one"),
    (["source": "mierzejewski"], "source", "mierzejewski-2021"),
    (["source": "mierzejewski-2021", "work.id": "x", "work.title": "X"], "source", "not both"),
    (["source": "", "work.title": "X"], "work.id", "an identifier of its own"),
    (["source": "", "work.id": "x"], "work.title", "its title"),
    (
      ["source": "", "work.id": "x", "work.title": "X", "work.type": "scroll"], "work.type",
      "one of: document"
    ),
    (["source": "", "work.id": "x", "work.title": "X", "work.issued": "last year"], "work.issued", "EDTF"),
    (
      ["source": "", "work.id": "x", "work.title": "X", "work.url": "javascript:alert(1)"], "work.url",
      "https://"
    ),
    (["source": "", "work.id": "boni-2023", "work.title": "X"], "work.id", "no source on record has"),
    (["locator": "\t"], "locator", "a page, a table, a line"),
    (["says.quantity.0": ""], "says", "at least one thing"),
    (["says.quantity.0": "a dozen"], "says.quantity.0", "an amount such as 12000"),
    (["says.quantity.0": "12 | many"], "says.quantity.0", "an amount such as 12000"),
    (["says.quantity.0": "", "says.quantity.0.side": "cn"], "says.quantity.0", "a value"),
    (["says.terms.0": "given"], "says.terms.0", "donated"),
    (["says.event.0": "ev-9999"], "says.event.0", "of kind event"),
    (["says.quantity.0.during": "sometime"], "says.quantity.0.during", "EDTF"),
    (["says.quantity.0.role": "giver"], "says.quantity.0.role", "donor"),
    (["rank": "best"], "rank", "preferred"), (["certainty": "sure"], "certainty", "inferred"),
    (["coder": "a\u{0}b"], "coder", "without control characters"),
    (["locator": "p. 1\np. 2"], "locator", "on one line"),
    (["note": String(repeating: "x", count: 10_001)], "note", "these are 10001"),
    (["correcting": "s-none"], "correcting", "a statement that stands"),
    (["correcting": "s-9efkpftsvdw5"], "reason", "why"),
    (["entity": "ev-083/gloves"], "says.event.0", "there is no flow 'ev-083/gloves' yet"),
    (["kind": "actor", "entity": "pl-new", "says.within.0": "Poznan"], "says.within.0", "add it first"),
    (["kind": "actor", "entity": "pl-new", "says.within.0": "Lodzz"], "says.within.0", "pl-lodz"),
    (["kind": "partnership", "entity": "a+b", "says.party.0": "Lodz"], "says.party.1", "2 of them"),
    (
      ["kind": "partnership", "entity": "pl-lodz+cn-chengdu", "says.inventory.0": "nobody"],
      "says.inventory.0", "source"
    ),
  ]

  @Test("that cannot be kept says of which field, and what it should be", arguments: faulty.indices)
  func faults(_ index: Int) throws {
    let (typed, field, expected) = Self.faulty[index]
    guard case .faults(let faults) = try Self.reading(typed) else {
      Issue.record("\(typed) is taken")
      return
    }
    let fault = faults.first { $0.field == field }
    #expect(fault?.expected.contains(expected) == true, "\(typed): \(faults)")
  }

  @Test("tells all that is wrong at once")
  func all() throws {
    let typed = ["locator": "", "source": "", "says.quantity.0": "x", "says.value.0": "y", "rank": "z"]
    guard case .faults(let faults) = try Self.reading(typed) else {
      Issue.record("it is taken")
      return
    }
    #expect(
      Set(faults.map(\.field)) == ["locator", "source", "says.quantity.0", "says.value.0", "rank"])
    #expect(faults.first { $0.field == "says.value.0" }?.found == "y")
  }

  @Test("names actors by name as well, and keeps what is one of several, with side, role and time")
  func qualified() throws {
    let typed = [
      "kind": "partnership", "entity": "x+y", "says.quantity.0": "", "says.party.0": "Lodz | Wroclaw",
      "says.party.0.side": "pl", "says.party.1": "cn-chengdu", "says.party.1.during": "2015/2020",
    ]
    guard case .edit(.record(let statement, _, _, _)) = try Self.reading(typed) else {
      Issue.record("it has faults")
      return
    }
    let party = try #require(Property.named("party", of: .partnership))
    let claims = try #require(statement.says[party])
    #expect(
      claims[0].alternatives == [.reference("pl-lodz"), .reference("pl-wroclaw")] && claims[0].side == "pl")
    #expect(claims[1].alternatives == [.reference("cn-chengdu")] && claims[1].during?.text == "2015/2020")
  }

  @Test("may bring its source along, as CSL-JSON that reads back the same")
  func work() throws {
    for (issued, csl) in [
      ("2018-05", #""issued":{"date-parts":[[2018,5]]}"#), ("2018/2019", #"{"date-parts":[[2018],[2019]]}"#),
      ("201X", #""issued":"201X""#), ("", #""URL":"https://example.org/a""#),
    ] {
      let typed = [
        "source": "", "work.id": "gazette", "work.type": "report", "work.title": "Gazette \"2\"",
        "work.issued": issued, "work.url": "https://example.org/a",
      ]
      guard case .edit(.record(let statement, let work?, _, _)) = try Self.reading(typed) else {
        Issue.record("it has faults")
        return
      }
      #expect(statement.source == "gazette" && work.issued?.text ?? "" == issued)
      #expect(work.csl.contains(csl), "\(work.csl)")
      #expect(try CSLReading.read("[\(work.csl)]") == [work])
    }
  }

  @Test("of a statement on record is that statement again, whatever it says")
  func corrected() throws {
    let archive = try Bundled.archive()
    for logged in try archive.log() {
      let draft = Draft(correcting: logged.statement)
      let fields = Dictionary(uniqueKeysWithValues: draft.fields.map { ($0.name, $0.value) })
      var sent = try #require(Draft(fields: fields))
      #expect(sent == draft)
      sent.correcting = ""
      guard case .edit(.record(let statement, _, _, _)) = try DraftReader.read(sent, in: archive) else {
        // A locator is asked for now, and was not always.
        #expect(logged.statement.locator.isEmpty, "\(logged.statement)")
        continue
      }
      #expect(statement == logged.statement)
    }
  }

  @Test("that corrects a statement into itself is refused")
  func same() throws {
    let old = try #require(try Bundled.archive().standing("s-9efkpftsvdw5"))
    var draft = Draft(correcting: old)
    draft.reason = "none"
    guard case .faults(let faults) = try DraftReader.read(draft, in: Bundled.archive()) else {
      Issue.record("it is taken")
      return
    }
    #expect(faults.map(\.field) == ["correcting"])
  }

  @Test(
    "writes several values as one text that reads back the same",
    arguments: [["a"], ["a", "b"], ["a|b", "c"], ["\\"], ["\\|", "|\\"], ["a\\b", "c | d"]])
  func alternatives(_ values: [String]) {
    #expect(AlternativesText.values(AlternativesText.text(values)) == values)
  }

  @Test("is nothing without a kind")
  func kindless() {
    #expect(Draft(fields: [:]) == nil && Draft(fields: ["kind": "planet"]) == nil)
  }
}
