import Diplomacy
import Testing

@testable import Archive

@Suite("A search") struct FindTests {
  private func archive() throws -> ArchiveStore {
    try .holding(
      say(.actor, "pl-lodz", ["name": "Łódź", "alias": "Lodsch", "kind": "city"]),
      say(.actor, "cn-sichuan", ["name": "Sichuan", "alias": "四川省", "code": "CN-SC"]),
      say(.actor, "cn-chongqing", ["name": "Chongqing", "alias": "重庆市"]),
      say(.actor, "fr-ara", ["name": "Auvergne-Rhône-Alpes"]),
      say(.partnership, "tie", ["party": "pl-lodz @partner", "party": "cn-sichuan @cn"]),
      say(.episode, "tie/up", ["partnership": "tie", "label": "Strategic Friendship"]),
      say(.event, "visit-1", ["title": "Governor's visit", "outcome": "a NEAR miss"]),
      say(.observation, "obs", ["measure": "partnerships", "topic": "kindergartens"]))
  }

  private func ids(_ text: String) throws -> Set<String> { Set(try archive().find(text).map(\.id)) }

  @Test("minds neither case nor accents")
  func folded() throws {
    for text in ["Lodz", "łódź", "LODZ", "Ｌｏｄｚ", "lodsch", "pl-lodz"] {
      #expect(try ids(text).contains("pl-lodz"), "\(text)")
    }
    #expect(try ids("rhone").contains("fr-ara"))
  }

  @Test("finds Chinese by any part of it")
  func chinese() throws {
    for text in ["川", "四", "四川", "川省", "四川省"] { #expect(try ids(text) == ["cn-sichuan", "tie"], "\(text)") }
    #expect(try ids("重庆") == ["cn-chongqing"])
    #expect(try ids("川四") == [])
    #expect(try ids("四省") == [])
  }

  @Test("wants every word, the last perhaps only begun")
  func words() throws {
    #expect(try ids("auvergne alp") == ["fr-ara"])
    #expect(try ids("auv alpes") == [])
    #expect(try ids("auvergne sichuan") == [])
    #expect(try ids("lodz sich") == ["tie"])
  }

  @Test("reaches titles, labels, topics and sources")
  func kinds() throws {
    #expect(try ids("friendship") == ["tie"])
    #expect(try ids("governor") == ["visit-1"])
    #expect(try ids("miss") == ["visit-1"])
    #expect(try ids("kindergarten") == ["obs"])
    #expect(try ids("work b") == ["b"])
  }

  @Test("names what it found")
  func titles() throws {
    let archive = try archive()
    #expect(
      try archive.find("lodsch") == [
        Match(kind: "actor", id: "pl-lodz", title: "Łódź"),
        Match(kind: "partnership", id: "tie", title: "Łódź – Sichuan"),
      ])
    #expect(try archive.find("lodsch", limit: 1).map(\.id) == ["pl-lodz"])
    #expect(try archive.find("friendship").map(\.title) == ["Łódź – Sichuan"])
    #expect(try archive.find("governor").map(\.title) == ["Governor's visit"])
    #expect(try archive.find("kindergartens").map(\.title) == ["kindergartens: partnerships"])
    #expect(try archive.find("work b") == [Match(kind: "source", id: "b", title: "Work b")])
    #expect(try archive.find("lodz").first?.kind == "actor")
    #expect(try archive.find("lodz", limit: 1).count == 1)
  }

  @Test("of an actor that bears a source's identifier names the actor")
  func sameIdentifier() throws {
    let archive = try ArchiveStore.holding(named("a", "Avignon"))
    #expect(try archive.find("avignon") == [Match(kind: "actor", id: "a", title: "Avignon")])
  }

  @Test(
    "takes the index's syntax for plain text",
    arguments: [
      "\"", "*", "NEAR(", "NEAR(lodz sichuan)", "lodz OR sichuan", "a or b", "-x", "-lodz", "^lodz",
      "text:lodz",
      "{text}", "lodz AND", "NOT lodz", "(", ")", "\"lodz", "lodz\"", "\"\"\"", "lo\"dz", "'", ";", "\\", "+",
      "lodz +",
      "\"\u{20DD}x", "x\"\u{20DD}", "a\u{0}b", "\u{0}", "\u{200D}", "🇨🇳", "%", "_", "", " ", "\n", "\u{FEFF}",
      "．", "＂x",
    ])
  func harmless(_ text: String) throws {
    #expect(throws: Never.self) { try archive().find(text) }
  }

  @Test("finds the words that surround such syntax")
  func surrounded() throws {
    #expect(try ids("near miss") == ["visit-1"])
    #expect(try ids("\"lodz\"").contains("pl-lodz"))
    #expect(try ids("lodz OR sichuan") == [])
  }
}
