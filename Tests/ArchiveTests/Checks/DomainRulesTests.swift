import Diplomacy
import Testing

@testable import Archive

@Suite("A rule of the domain") struct DomainRulesTests {
  /// A rule, the least record that breaks it and at which entity, and one that is as near to it as can be and does not.
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let entity: String
    let bad: [Statement]
    let good: [Statement]
    var testDescription: String { rule }
  }

  static let x = named("x")
  static let y = named("y")
  static func tie(_ id: String = "p", _ more: KeyValuePairs<String, String> = [:]) -> [Statement] {
    let parties = say(.partnership, id, ["party": "x @partner", "party": "y @cn"])
    return [x, y, parties] + (more.isEmpty ? [] : [say(.partnership, id, more)])
  }

  static let examples = references + dates + episodes + shapes

  static let references = [
    Example(
      rule: "dangling-party", entity: "p",
      bad: [x, say(.partnership, "p", ["party": "x @partner", "party": "y @cn"])],
      good: tie()),
    Example(
      rule: "dangling-within", entity: "x", bad: [say(.actor, "x", ["within": "y"])],
      good: [say(.actor, "x", ["within": "y"]), y]),
    Example(
      rule: "dangling-succession", entity: "x", bad: [say(.actor, "x", ["succeeds": "y"])],
      good: [say(.actor, "x", ["succeeds": "y"]), y]),
    Example(
      rule: "dangling-participant", entity: "v", bad: [say(.event, "v", ["participant": "x|y"]), x],
      good: [say(.event, "v", ["participant": "x|y"]), x, y]),
    Example(
      rule: "dangling-event-partnership", entity: "v", bad: [say(.event, "v", ["partnership": "p"])],
      good: tie() + [say(.event, "v", ["partnership": "p"])]),
    Example(
      rule: "dangling-partnership", entity: "p", bad: tie("p", ["under": "q"]),
      good: tie("p", ["under": "q"]) + tie("q")),
    Example(
      rule: "dangling-episode", entity: "e", bad: [say(.episode, "e", ["partnership": "p"])],
      good: tie() + [say(.episode, "e", ["partnership": "p"])]),
    Example(
      rule: "dangling-flow", entity: "f", bad: [say(.flow, "f", ["event": "v"])],
      good: [say(.flow, "f", ["event": "v"]), say(.event, "v", ["type": "visit"])]),
    Example(
      rule: "dangling-observation", entity: "o", bad: [say(.observation, "o", ["area": "x"])],
      good: [say(.observation, "o", ["area": "x"]), x]),
    Example(
      rule: "dangling-observation-part", entity: "o", bad: [say(.observation, "o", ["parts": "q"])],
      good: [say(.observation, "o", ["parts": "q"]), say(.observation, "q", ["value": "1"])]),
    Example(
      rule: "dangling-inventory", entity: "o", bad: [say(.observation, "o", ["inventory": "z"])],
      good: [say(.observation, "o", ["inventory": "b"])]),
    Example(
      rule: "dangling-subject", entity: "o", bad: [say(.observation, "o", ["subject": "y"]), x],
      good: [
        say(.observation, "o", ["subject": "x"]), x, say(.observation, "q", ["subject": "f"]),
        say(.flow, "f", ["quantity": "1"]), say(.observation, "r", ["subject": "all of them"]),
      ]),
  ]

  static let dates = [
    Example(
      rule: "ended-before-established", entity: "p", bad: tie("p", ["established": "1995", "ended": "1994"]),
      good: tie("p", ["established": "1995-12", "ended": "199X"])),
    Example(
      rule: "upgrade-before-establishment", entity: "e",
      bad: tie("p", ["established": "1995"])
        + [say(.episode, "e", ["partnership": "p", "type": "upgraded", "date": "1994-12-31"])],
      good: tie("p", ["established": "1995"])
        + [
          say(.episode, "e", ["partnership": "p", "type": "upgraded", "date": "1995"]),
          say(.episode, "f", ["partnership": "p", "type": "contact", "date": "1990"]),
        ]),
    Example(
      rule: "episode-after-end", entity: "e",
      bad: tie("p", ["ended": "1995"]) + [
        say(.episode, "e", ["partnership": "p", "type": "renewed", "date": "1996-01-01"])
      ],
      good: tie("p", ["ended": "1995"]) + [
        say(.episode, "e", ["partnership": "p", "type": "renewed", "date": "1995"])
      ]),
    Example(
      rule: "child-outlives-parent", entity: "p",
      bad: tie("p", ["under": "q", "established": "1996"]) + tie("q", ["ended": "1995"]),
      good: tie("p", ["under": "q", "established": "1995"]) + tie("q", ["ended": "1995"])),
    Example(
      rule: "child-outlives-parent", entity: "p",
      bad: tie("p", ["under": "q", "ended": "1996"]) + tie("q", ["ended": "1995"]),
      good: tie("p", ["under": "q", "ended": "1995-06"]) + tie("q", ["ended": "1995"])),
    Example(
      rule: "dissolved-before-founded", entity: "x",
      bad: [say(.actor, "x", ["founded": "1995", "dissolved": "1994"])],
      good: [say(.actor, "x", ["founded": "1995", "dissolved": "[1990..1995]"])]),
  ]

  static func episode(_ id: String, _ type: String, _ date: String, of partnership: String = "p") -> Statement
  {
    say(.episode, id, ["partnership": partnership, "type": type, "date": date])
  }

  /// The same of dates that are stated as episodes.
  static let episodes = [
    Example(
      rule: "ended-before-established", entity: "p",
      bad: tie() + [episode("e", "established", "2010"), episode("f", "ended", "2003")],
      good: tie() + [
        episode("e", "established", "2010"), episode("f", "ended", "2003"),
        episode("g", "established", "1990"),
      ]),
    Example(
      rule: "ended-before-established", entity: "p",
      bad: tie("p", ["established": "2010"]) + [episode("f", "ended", "2003")],
      good: tie("p", ["established": "2010"]) + [
        episode("f", "ended", "2003"), episode("g", "ended", "2011"),
      ]),
    Example(
      rule: "upgrade-before-establishment", entity: "f",
      bad: tie() + [episode("e", "established", "2010"), episode("f", "upgraded", "2005")],
      good: tie("p", ["established": "2005"]) + [
        episode("e", "established", "2010"), episode("f", "upgraded", "2005"),
      ]),
    Example(
      rule: "upgrade-before-establishment", entity: "f",
      bad: tie() + [episode("e", "established", "[2010..]"), episode("f", "upgraded", "2005")],
      good: tie() + [episode("e", "established", "[..2010]"), episode("f", "upgraded", "2005")]),
    Example(
      rule: "episode-after-end", entity: "e",
      bad: tie() + [episode("e", "contact", "1996"), episode("f", "ended", "1995")],
      good: tie() + [episode("e", "contact", "1996"), episode("f", "ended", "[1995..]")]),
    Example(
      rule: "child-outlives-parent", entity: "p",
      bad: tie("p", ["under": "q"]) + tie("q") + [
        episode("e", "established", "1996"), episode("f", "ended", "1995", of: "q"),
      ],
      good: tie("p", ["under": "q"]) + tie("q") + [
        episode("e", "established", "1995"), episode("f", "ended", "1995", of: "q"),
      ]),
    Example(
      rule: "child-outlives-parent", entity: "p",
      bad: tie("p", ["under": "q"]) + tie("q", ["ended": "1995"]) + [episode("e", "renewed", "1996")],
      good: tie("p", ["under": "q"]) + tie("q", ["ended": "1995"]) + [episode("e", "renewed", "1994")]),
  ]

  static let shapes = [
    Example(
      rule: "partnership-with-itself", entity: "p",
      bad: [x, say(.partnership, "p", ["party": "x @partner", "party": "x @cn"])],
      good: [x, y, say(.partnership, "p", ["party": "x @partner", "party": "x|y @cn"])]),
    Example(
      rule: "partnership-of-one", entity: "p", bad: [x, y, say(.partnership, "p", ["party": "x|y"])],
      good: tie()),
    Example(
      rule: "nested-in-itself", entity: "x",
      bad: [say(.actor, "x", ["within": "y"]), say(.actor, "y", ["within": "x"])],
      good: [say(.actor, "x", ["within": "y|z"]), say(.actor, "y", ["within": "x"]), named("z")]),
    Example(
      rule: "under-itself", entity: "p", bad: tie("p", ["under": "q"]) + tie("q", ["under": "p"]),
      good: tie("p", ["under": "q"]) + tie("q")),
    Example(
      rule: "share-above-whole", entity: "f",
      bad: [say(.flow, "f", ["quantity": "9..12", "affected": "13+"])],
      good: [say(.flow, "f", ["quantity": "9..12", "affected": "10+"])]),
  ]

  @Test("fires on the least record that breaks it, and not on its neighbour", arguments: examples)
  func fires(_ example: Example) throws {
    let bad = try ArchiveStore.holding(example.bad).check()
    #expect(
      bad.contains { $0.rule == example.rule && $0.entity == example.entity && !$0.message.isEmpty }, "\(bad)"
    )
    #expect(Set(bad.map(\.rule)) == [example.rule])
    let good = try ArchiveStore.holding(example.good).check()
    #expect(good == [])
  }

  /// `dangling-source` takes an undoing to come about: its example stands with the tests of that.
  @Test("has an example here")
  func complete() {
    #expect(Set(Self.examples.map(\.rule) + ["dangling-source"]) == Set(DomainRules.all.map(\.name)))
  }
}
