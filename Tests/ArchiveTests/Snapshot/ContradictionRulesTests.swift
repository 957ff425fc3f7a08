import Diplomacy
import Testing

@testable import Archive

@Suite("A contradiction between entities") struct ContradictionRulesTests {
  /// The rivals that the rule finds, each as "value: how many statements", by entity.
  private func found(_ rule: Contradiction.Rule, _ statements: [Statement]) throws -> [String: [String]] {
    let found = try ArchiveStore.holding(statements).contradictions().filter { $0.rule == rule }
    return Dictionary(
      uniqueKeysWithValues: found.map {
        ($0.entity.id, $0.rivals.map { "\($0.value): \($0.statements.count)" })
      })
  }

  private func whole(_ value: String, parts: [String?]) -> [Statement] {
    [say(.observation, "o", ["value": value])]
      + parts.enumerated().flatMap { index, value in
        [say(.observation, "o", ["parts": "q\(index)"])]
          + (value.map { [say(.observation, "q\(index)", ["value": $0])] } ?? [])
      }
  }

  @Test("is a whole that its parts cannot add up to")
  func sum() throws {
    #expect(
      try found(.sum, whole("10", parts: ["4", "5"])) == ["o": ["10: 1", "9 as the sum of 2 parts: 2"]])
    #expect(try found(.sum, whole("10", parts: ["4", "6"])) == [:])
    #expect(try found(.sum, whole("10", parts: ["4", "5..7"])) == [:])
    #expect(try found(.sum, whole("10+", parts: ["4", "5"])).keys.sorted() == ["o"])
    #expect(try found(.sum, whole("9+", parts: ["4", "5"])) == [:])
    #expect(try found(.sum, whole("10", parts: ["4", "5", nil])) == [:])
    #expect(try found(.sum, whole("10", parts: ["4", "5+"])) == [:])
    #expect(try found(.sum, whole("0.3", parts: ["0.1", "0.2"])) == [:])
  }

  @Test("tells what the parts come to, from the least to the most and to the last digit")
  func sums() throws {
    func sum(_ whole: String, _ parts: [String]) throws -> String? {
      try ArchiveStore.holding(self.whole(whole, parts: parts)).contradictions().first?.rivals[1].value
    }
    #expect(try sum("20", ["1..6", "2..3"]) == "3–9 as the sum of 2 parts")
    #expect(try sum("20", ["1234567", "0.5"]) == "1234567.5 as the sum of 2 parts")
    #expect(try sum("20", ["0.1", "0.2"]) == "0.3 as the sum of 2 parts")
    #expect(try sum("20", ["123456789012", "1"]) == "123456789013 as the sum of 2 parts")
  }

  /// Partnerships of x or z with y in the inventory of source a, with the dates of their establishment.
  private func inventory(_ dates: [String?], of actor: String = "x") -> [Statement] {
    [named("x"), named("y"), say(.actor, "z", ["within": "x"])]
      + dates.enumerated().flatMap { index, date in
        let id = "p\(index)"
        return [say(.partnership, id, ["party": "\(actor) @partner", "party": "y @cn", "inventory": "a"])]
          + (date.map { [say(.partnership, id, ["established": $0])] } ?? [])
      }
  }

  @Test("is a stated number of partnerships that those recorded in the inventory cannot make")
  func census() throws {
    func stated(_ value: String) -> Statement {
      say(.observation, "o", ["measure": "partnerships", "value": value, "inventory": "a"])
    }
    #expect(try found(.census, inventory([nil, nil]) + [stated("3")]) == ["o": ["3: 1", "2 recorded: 2"]])
    #expect(try found(.census, inventory([nil, nil]) + [stated("1")]).keys.sorted() == ["o"])
    #expect(try found(.census, inventory([nil, nil]) + [stated("2")]) == [:])
    #expect(try found(.census, inventory([nil, nil]) + [stated("1+")]) == [:])
    #expect(try found(.census, inventory([]) + [stated("1")]) == ["o": ["1: 1", "0 recorded: 0"]])
  }

  @Test("counts an inventory by area, with what lies within it")
  func area() throws {
    func stated(_ value: String, _ area: String) -> Statement {
      say(.observation, "o", ["measure": "partnerships", "value": value, "inventory": "a", "area": area])
    }
    #expect(try found(.census, inventory([nil], of: "z") + [stated("1", "x")]) == [:])
    #expect(try found(.census, inventory([nil], of: "x") + [stated("1", "z")]).keys.sorted() == ["o"])
    let open = inventory([nil], of: "x|y")
    #expect(try found(.census, open + [stated("0..1", "x")]) == [:])
    #expect(try found(.census, open + [stated("0", "x")]) == [:])
    #expect(try found(.census, open + [stated("2", "x")]) == ["o": ["2: 1", "0–1 recorded: 1"]])
  }

  @Test("counts an inventory by the dates of establishment, as far as they are known")
  func period() throws {
    func stated(_ value: String, _ date: String) -> Statement {
      say(
        .observation, "o",
        ["measure": "partnerships established", "value": value, "inventory": "a", "date": date])
    }
    let dated = inventory(["1994", "1995", "199X"])
    for value in ["1", "2"] { #expect(try found(.census, dated + [stated(value, "1994")]) == [:]) }
    for value in ["0", "3"] { #expect(try found(.census, dated + [stated(value, "1994")]).count == 1) }
    #expect(try found(.census, inventory([nil]) + [stated("1", "1994")]) == [:])
    #expect(try found(.census, dated + [stated("3", "1990/..")]) == [:])
    #expect(try found(.census, dated + [stated("3", "../1999")]) == [:])
    #expect(try found(.census, dated + [stated("4", "../1999")]).count == 1)
    #expect(try found(.census, dated + [stated("0", "1995/..")]).count == 1)
  }

  private func gift(
    _ id: String, _ donor: String, _ recipient: String, _ quantity: String, _ item: String = "masks",
    unit: String? = nil
  )
    -> [Statement]
  {
    [
      say(.event, "v-" + id, ["participant": "\(donor) #donor", "participant": "\(recipient) #recipient"]),
      say(.flow, "f-" + id, ["event": "v-" + id, "item": item, "quantity": quantity]),
    ] + (unit.map { [say(.flow, "f-" + id, ["unit": $0])] } ?? [])
  }

  @Test("is the same gift in both directions")
  func mirrored() throws {
    let gift1 = gift("1", "x", "y", "1000")
    #expect(
      try found(.mirrored, gift1 + gift("2", "y", "x", "1000")) == [
        "f-1": ["f-1 (1000): 1", "f-2 (1000): 1"]
      ])
    #expect(try found(.mirrored, gift1 + gift("2", "x", "y", "1000")) == [:])
    #expect(try found(.mirrored, gift1 + gift("2", "y", "x", "1001")) == [:])
    #expect(try found(.mirrored, gift1 + gift("2", "y", "x", "1000", "gloves")) == [:])
    #expect(try found(.mirrored, gift1 + gift("2", "z", "x", "1000")) == [:])
    let pieces = gift("1", "x", "y", "100", unit: "pieces")
    #expect(try found(.mirrored, pieces + gift("2", "y", "x", "100", unit: "tonnes")) == [:])
    #expect(try found(.mirrored, pieces + gift("2", "y", "x", "100", unit: "pieces")).count == 1)
  }

  @Test("is one for each pair of gifts")
  func pairs() throws {
    let archive = try ArchiveStore.holding(
      gift("1", "x", "y", "1000") + gift("2", "y", "x", "1000") + gift("3", "y", "x", "1000"))
    let found = try archive.contradictions()
    #expect(found.map(\.id) == ["flow f-1 event@f-2 (mirrored)", "flow f-1 event@f-3 (mirrored)"])
    #expect(
      found.map { $0.rivals.map(\.value) } == [["f-1 (1000)", "f-2 (1000)"], ["f-1 (1000)", "f-3 (1000)"]])
  }

  @Test("is a partnership declared inactive though an event in the two years before says otherwise")
  func activity() throws {
    func said(_ declared: String, _ event: String) -> [Statement] {
      [
        say(.partnership, "p", ["active": "\(declared) ^2019-06-01"]),
        say(.event, "v", ["partnership": "p", "date": event]),
      ]
    }
    #expect(try found(.activity, said("no", "2018-05-01")) == ["p": ["inactive: 1", "v: 1"]])
    #expect(try found(.activity, said("no", "2017-06-01")).count == 1)
    #expect(try found(.activity, said("no", "2019-06-01")).count == 1)
    #expect(try found(.activity, said("no", "2017-05-31")) == [:])
    #expect(try found(.activity, said("no", "2019-06-02")) == [:])
    #expect(try found(.activity, said("no", "2017")) == [:])
    #expect(try found(.activity, said("yes", "2018-05-01")) == [:])
  }

  @Test("is a partnership declared inactive though an episode in the two years before says otherwise")
  func activityByEpisode() throws {
    let inactive = say(.partnership, "p", ["active": "no ^2019-06-01"])
    func upgraded(_ date: String) -> Statement {
      say(.episode, "e", ["partnership": "p", "type": "upgraded", "date": date])
    }
    #expect(try found(.activity, [inactive, upgraded("2018-05-01")]) == ["p": ["inactive: 1", "e: 1"]])
    #expect(try found(.activity, [inactive, upgraded("2017-05-31")]) == [:])
    let suspended = say(.episode, "e", ["partnership": "p", "type": "suspended", "date": "2018-05-01"])
    #expect(try found(.activity, [inactive, suspended]) == [:])
    let established = say(.partnership, "p", ["established": "2018"])
    #expect(
      try found(.activity, [inactive, established]) == ["p": ["inactive: 1", "p/established: 1"]])
    let visit = say(.event, "v", ["partnership": "p", "date": "2019"])
    #expect(
      try found(.activity, [say(.partnership, "p", ["active": "no ^2019"]), established, visit])
        == ["p": ["inactive: 1", "p/established, v: 2"]])
  }

  @Test("holds only the word that it was inactive then against what happened")
  func declarations() throws {
    let said = [
      say(.partnership, "p", ["active": "no ^2019"]), say(.partnership, "p", ["active": "no ^2019"], by: "b"),
      say(.partnership, "p", ["active": "yes ^2012"]), say(.partnership, "p", ["active": "no ^2003"]),
      say(.partnership, "p", ["active": "no"]),
      say(.event, "v", ["partnership": "p", "date": "2018"]),
    ]
    #expect(try found(.activity, said) == ["p": ["inactive: 2", "v: 1"]])
  }

  @Test("goes when a statement it rests on goes")
  func retraction() throws {
    let part = say(.observation, "q1", ["value": "5"])
    let archive = try ArchiveStore.holding(whole("10", parts: ["4", "5"]))
    #expect(try archive.contradictions().count == 1)
    try archive.retract(part.id, reason: "misread", coder: "", at: moment(1))
    #expect(try archive.contradictions() == [])
  }
}
