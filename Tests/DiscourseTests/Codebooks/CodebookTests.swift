import Discourse
import Testing

private func code(
  _ id: String, in parent: String? = nil, _ name: String? = nil, rule: Code.Rule = Code.Rule()
) -> Code { Code(id: id, parent: parent, name: name ?? id.uppercased(), rule: rule) }

struct CodebookTests {
  @Test func `codes come in the order of a table of contents, whatever order they were given in`() throws {
    let book = try Codebook([
      code("a2", in: "a"), code("b"), code("a"), code("a1x", in: "a1"), code("a1", in: "a"),
    ])
    #expect(book.codes.map(\.id) == ["b", "a", "a2", "a1", "a1x"])
    #expect(book.path(of: "a1x") == "A / A1 / A1X")
    #expect(book.family(of: "a").map(\.id) == ["a", "a2", "a1", "a1x"])
    #expect(book.family(of: "a2").map(\.id) == ["a2"])
    #expect(book.family(of: "b").map(\.id) == ["b"])
    #expect(book.family(of: "z").isEmpty)
  }

  @Test func `a code is found by identifier, path, or a name that only it has`() throws {
    let book = try Codebook([
      code("1", "Aid"), code("2", in: "1", "Masks"), code("3", "Trade"), code("4", in: "3", "Masks"),
    ])
    #expect(book.code(called: "3")?.id == "3")
    #expect(book.code(called: "Trade / Masks")?.id == "4")
    #expect(book.code(called: "Aid")?.id == "1")
    #expect(book.code(called: "Masks") == nil)
  }

  static let faulty: [([Code], CodebookFault)] = [
    ([code("", "Aid")], .noIdentifier(name: "Aid")),
    ([code("a", " \n")], .noName(id: "a")),
    ([code("a"), code("b"), code("a", in: "b")], .repeated(id: "a")),
    ([code("a", in: "z")], .unknownParent(id: "a", parent: "z")),
    ([code("a"), code("b", in: "c"), code("c", in: "d"), code("d", in: "b")], .circle(id: "b")),
    ([code("a", in: "a")], .circle(id: "a")),
  ]
  @Test(arguments: faulty) func `what is no codebook is refused with the reason`(
    _ codes: [Code], _ fault: CodebookFault
  ) {
    #expect(throws: fault) { try Codebook(codes) }
  }

  @Test func `a hundred thousand codes nested in each other are a codebook`() throws {
    let codes = (0..<100_000).map { code("\($0)", in: $0 > 0 ? "\($0 - 1)" : nil) }
    #expect(try Codebook(codes.reversed()).codes.map(\.id) == codes.map(\.id))
  }
}

struct CodebookDifferenceTests {
  @Test func `each kind of change is told by itself`() throws {
    let before = try Codebook([
      code("kept"), code("gone"), code("named", "Old"), code("moved", in: "kept"),
      code("ruled", rule: .init(definition: "D", rules: ["R"], examples: ["E"])),
    ])
    let after = try Codebook([
      code("ruled", rule: .init(definition: "D", rules: ["R", "S"], examples: ["F"])), code("new"),
      code("kept"), code("moved"), code("named", "New"),
    ])
    let difference = CodebookDifference(from: before, to: after)
    #expect(difference.added.map(\.id) == ["new"])
    #expect(difference.removed.map(\.id) == ["gone"])
    #expect(difference.renamed.map { [$0.id, $0.before, $0.after] } == [["named", "Old", "New"]])
    #expect(difference.moved.map(\.id) == ["moved"])
    #expect(difference.moved.first?.before == "kept")
    #expect(difference.moved.first?.after == nil)
    #expect(difference.ruleChanged.map(\.id) == ["ruled"])
    #expect(difference.ruleChanged.first?.parts == [.rules, .examples])
    #expect(CodebookDifference(from: after, to: after).isEmpty)
  }

  @Test func `the difference backwards swaps what came and what went`() throws {
    let (one, other) = (try Codebook([code("a"), code("b")]), try Codebook([code("b"), code("c")]))
    let (there, back) = (
      CodebookDifference(from: one, to: other), CodebookDifference(from: other, to: one)
    )
    #expect(there.added == back.removed)
    #expect(there.removed == back.added)
  }
}

struct StalenessTests {
  private func book(_ definition: String?, name: String = "Aid") throws -> Codebook {
    try Codebook(
      [code("other")] + (definition.map { [code("aid", name, rule: .init(definition: $0))] } ?? []))
  }

  @Test func `a coding is stale once the rule has changed, and says since which version`() throws {
    let versions = CodebookVersions([try book("gifts"), try book("gifts"), try book("gifts and sales")])
    #expect(versions.staleness(of: "aid", givenUnder: 1) == .ruleChanged(inVersion: 3))
    #expect(versions.staleness(of: "aid", givenUnder: 2) == .ruleChanged(inVersion: 3))
    #expect(versions.staleness(of: "aid", givenUnder: 3) == nil)
    #expect(versions.staleness(of: "other", givenUnder: 1) == nil)
  }

  @Test func `a rule changed and changed back, and a new name, make nothing stale`() throws {
    let versions = CodebookVersions([
      try book("gifts"), try book("sales"), try book("gifts", name: "Assistance"),
    ])
    #expect(versions.staleness(of: "aid", givenUnder: 1) == nil)
    #expect(versions.staleness(of: "aid", givenUnder: 2) == .ruleChanged(inVersion: 3))
  }

  @Test func `a code that is gone, or never was, makes a coding stale`() throws {
    let versions = CodebookVersions([try book("gifts"), try book(nil)])
    #expect(versions.staleness(of: "aid", givenUnder: 1) == .removed(inVersion: 2))
    #expect(versions.staleness(of: "aid", givenUnder: 2) == .unknown)
    for number in [7, 0, -1, Int.min, Int.max] {
      #expect(versions.staleness(of: "aid", givenUnder: number) == .unknown)
    }
  }
}
