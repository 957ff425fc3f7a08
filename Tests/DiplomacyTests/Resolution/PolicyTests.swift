import Diplomacy
import Testing

/// Łódź's masks of 2020: 12,000 by one source, 11,700 by another.
@Suite("The policy") struct PolicyTests {
  private let issued: [SourceID: String] = ["early": "2020-04-01", "late": "2021-01-01"]

  private func masks(_ policy: Policy, order: [Int] = [0, 1, 2]) throws -> [[String]] {
    let said = [
      statement(try claim("flow.quantity", "11700"), source: "undated"),
      statement(try claim("flow.quantity", "12000"), source: "early"),
      statement(try claim("flow.quantity", "11800"), source: "late"),
    ]
    return Resolver(policy, issued: issued).resolve(order.map { said[$0] }).texts(of: "quantity")
  }

  static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  @Test("picks what it says, in whatever order the statements came", arguments: orders)
  func picks(_ order: [Int]) throws {
    #expect(try masks(.earliestSource, order: order) == [["12000"]])
    #expect(try masks(.latestSource, order: order) == [["11800"]])
    #expect(try masks(.lowest, order: order) == [["11700"]])
    #expect(try masks(.highest, order: order) == [["12000"]])
    #expect(try masks(.sourcesFirst(["undated", "late"]), order: order) == [["11700"]])
    #expect(try masks(.sourcesFirst(["nobody", "late", "undated"]), order: order) == [["11800"]])
    #expect(try masks(.sourcesFirst(["nobody"]), order: order) == [["12000"]])
    #expect(try masks(.undecided, order: order).map(Set.init) == [["11700", "11800", "12000"]])
  }

  @Test("does not silence the contradiction")
  func contradiction() throws {
    for policy in [
      Policy.undecided, .lowest, .highest, .earliestSource, .latestSource, .sourcesFirst(["late"]),
    ] {
      let said = [
        statement(try claim("flow.quantity", "12000"), source: "early"),
        statement(try claim("flow.quantity", "11700"), source: "late"),
      ]
      let resolution = Resolver(policy, issued: issued).resolve(said)
      #expect(resolution.contradictions.map(\.rivals.count) == [2])
      #expect(resolution["quantity"][0].isCertain == (policy != .undecided))
    }
  }

  /// One article counts 12,000 twice and 11,700 once: which of the two it was, its date does not say.
  @Test(
    "leaves open what it cannot tell apart",
    arguments: [Policy.earliestSource, .latestSource, .sourcesFirst(["early"]), .sourcesFirst(["nobody"])])
  func oneSource(policy: Policy) throws {
    let said = try ["12000", "11700", "12000"].enumerated().map { number, value in
      statement(try claim("flow.quantity", value), source: "early", locator: "p. \(number)")
    }
    let resolution = Resolver(policy, issued: issued).resolve(said)
    #expect(resolution.texts(of: "quantity") == [["12000", "11700"]])
    #expect(resolution.contradictions.count == 1)
  }

  @Test("of the lowest and highest orders dates, too")
  func dates() throws {
    let said = [
      statement(try claim("partnership.established", "1995-01"), source: "early"),
      statement(try claim("partnership.established", "1994"), source: "late"),
    ]
    #expect(Resolver(.lowest, issued: issued).resolve(said).texts(of: "established") == [["1994"]])
    #expect(Resolver(.highest, issued: issued).resolve(said).texts(of: "established") == [["1995-01"]])
  }

  @Test("of the lowest goes by the least that a value of several can be, of the highest by the most")
  func alternatives() throws {
    let said = [
      statement(try claim("flow.quantity", "300", "100"), source: "early"),
      statement(try claim("flow.quantity", "200"), source: "late"),
    ]
    #expect(Resolver(.lowest).resolve(said).texts(of: "quantity") == [["300", "100"]])
    let turned = [
      statement(try claim("flow.quantity", "100", "300"), source: "early"), said[1],
    ]
    #expect(Resolver(.highest).resolve(turned).texts(of: "quantity") == [["100", "300"]])
  }

  @Test("of the lowest goes by the earliest source where values have no order")
  func unordered() throws {
    let said = [
      statement(try claim("flow.item", "masks"), source: "late"),
      statement(try claim("flow.item", "gloves"), source: "early"),
    ]
    #expect(Resolver(.lowest, issued: issued).resolve(said).texts(of: "item") == [["gloves"]])
    #expect(Resolver(.highest, issued: issued).resolve(said).texts(of: "item") == [["gloves"]])
  }

  @Test("reads back from its text")
  func text() {
    let policies: [Policy] = [
      .undecided, .earliestSource, .latestSource, .lowest, .highest, .sourcesFirst(["a"]),
      .sourcesFirst(["a", "b-2"]),
    ]
    for policy in policies { #expect(Policy(policy.description) == policy) }
    #expect(Policy("first:a,b-2") == .sourcesFirst(["a", "b-2"]))
    for text in ["", "first:", "first:,", "Lowest", "lowest ", "none"] {
      #expect(Policy(text) == nil, "\(text)")
    }
  }
}
