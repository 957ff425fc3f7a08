import Discourse
import Testing

@Suite("A table of ratings")
struct RatingsTests {
  @Test("refuses a second rating of a unit by a coder")
  func repeated() throws {
    var collector = try RatingsCollector(level: .nominal)
    try collector.add("a", of: "1", by: "Ada")
    #expect(throws: RatingFault.repeated(unit: "1", coder: "Ada")) {
      try collector.add("a", of: "1", by: "Ada")
    }
    try collector.add("b", of: "1", by: "Ben")
    #expect(collector.ratings().count == 2)
  }

  @Test(
    "refuses what the level does not allow",
    arguments: [
      (Level.ordinal, "high"), (.interval, "3,5"), (.interval, "nan"), (.ratio, "-1"), (.ratio, "inf"),
    ])
  func unfit(level: Level, value: String) throws {
    var collector = try RatingsCollector(level: level)
    #expect(throws: RatingFault.unfit(value: value, level: level)) {
      try collector.add(value, of: "1", by: "Ada")
    }
  }

  @Test("refuses what is none of the declared categories")
  func undeclared() throws {
    var collector = try RatingsCollector(level: .ordinal, categories: ["low", "high"])
    #expect(throws: RatingFault.undeclared(value: "middle", categories: ["low", "high"])) {
      try collector.add("middle", of: "1", by: "Ada")
    }
    #expect(throws: RatingFault.unfit(value: "low", level: .interval)) {
      _ = try RatingsCollector(level: .interval, categories: ["low", "high"])
    }
  }

  @Test("orders categories by number where they are numbers, else by text, else as declared")
  func order() throws {
    #expect(try Ratings.table(["10 9", "2 10"]).scale.categories == ["2", "9", "10"])
    #expect(try Ratings.table(["b 9", "a 10"]).scale.categories == ["10", "9", "a", "b"])
    let declared = try Ratings.table(["mid low"], level: .ordinal, categories: ["low", "mid", "high"])
    #expect(declared.scale.categories == ["low", "mid", "high"] && declared.scale.numbers == [1, 2, 3])
  }

  @Test("takes two ways to write a number for one value, where values are numbers")
  func sameNumber() throws {
    #expect(try Ratings.table(["1 1.0", "2 2"], level: .interval).scale.categories == ["1", "2"])
    #expect(try Ratings.table(["1 1.0", "2 2"]).scale.categories == ["1", "1.0", "2"])
  }

  @Test("counts a declared category in chance although nobody used it")
  func unused() throws {
    // Nine of twelve alike; Brennan and Prediger's chance is a half with two categories, a third with three.
    let rows =
      [String](repeating: "a a", count: 5) + [String](repeating: "b b", count: 4)
      + [String](repeating: "a b", count: 3)
    let (two, three) = (
      Reliability(try .table(rows)), Reliability(try .table(rows, categories: ["a", "b", "c"]))
    )
    #expect(isSame(two[.brennanPrediger]?.value, 0.5) && isSame(three[.brennanPrediger]?.value, 0.625))
  }

  @Test("tells who disagrees with whom on what")
  func disagreements() throws {
    let found = Reliability(try .table(["a a b", "b a b", "c c .", "b b a"])).disagreements
    // Unit 1: A–C and B–C; unit 2: A–B and B–C; unit 4: A–C and B–C; all over a and b.
    #expect(found.kinds.map { [$0.first, $0.second] } == [["a", "b"]])
    #expect(found.kinds.first?.times == 6)
    let most = try #require(found.kinds.first?.most)
    #expect((most.first, most.second, most.times) == ("B", "C", 3))
    #expect(found.coders.map(\.name) == ["A", "B", "C"])
    #expect(found.coders.map(\.ratings) == [4, 4, 3])
    #expect(found.coders.map(\.compared) == [7, 7, 6])
    #expect(found.coders.map(\.differing) == [3, 4, 5])
  }
}
