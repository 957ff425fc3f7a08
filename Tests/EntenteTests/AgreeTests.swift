import Foundation
import TestSupport
import Testing

@Suite("entente agree")
struct AgreeTests {
  /// Krippendorff's canonical example (2011): 12 units, 4 coders; α is .743, .815, .849 and .797 by level.
  private static let canonical = """
    unit,A,B,C,D
    1,1,1,,1
    2,2,2,3,2
    3,3,3,3,3
    4,3,3,3,3
    5,2,2,2,2
    6,1,2,3,4
    7,4,4,4,4
    8,1,1,2,1
    9,2,2,2,2
    10,,5,5,5
    11,,,1,1
    12,,,3,

    """

  private func run(_ text: String, _ arguments: String...) throws -> Program.Run {
    let folder = try ScratchFolder()
    try folder.write(text, to: "ratings.csv")
    return try Program.run(["agree", "ratings.csv"] + arguments, in: folder)
  }

  @Test(
    "prints Krippendorff's α of his example, at every level, without an archive",
    arguments: [("nominal", ".743"), ("ordinal", ".815"), ("interval", ".849"), ("ratio", ".797")])
  func canonical(level: String, alpha: String) throws {
    let run = try run(Self.canonical, "--level", level)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Krippendorff’s α = \(alpha) (\(level))"), "\(run.output)")
    #expect(run.lines.contains { $0.hasPrefix("| Krippendorff’s α") && $0.contains(" \(alpha) ") })
  }

  @Test("gives JSON of the documented shape")
  func json() throws {
    let object = try #require(try run(Self.canonical, "--json").json() as? [String: Any])
    #expect(object["units"] as? Int == 12 && object["coders"] as? Int == 4)
    #expect(object["level"] as? String == "nominal" && object["shared_units"] as? Int == 11)
    let coefficients = try #require(object["coefficients"] as? [String: Any])
    #expect(
      Set(coefficients.keys) == [
        "alpha", "fleiss_kappa", "cohen_kappa", "scott_pi", "ac1", "brennan_prediger", "holsti", "percent",
      ])
    let alpha = try #require(coefficients["alpha"] as? [String: Double])
    #expect(abs((alpha["value"] ?? 0) - 0.743) < 0.0005)
    #expect((alpha["low"] ?? 1) < 0.743 && (alpha["high"] ?? 0) > 0.743)
    let codes = try #require(object["by_category"] as? [[String: Any]])
    #expect(codes.compactMap { $0["category"] as? String } == ["1", "2", "3", "4", "5"])
    let pairs = try #require(coefficients["cohen_kappa"] as? [[String: Any]])
    #expect(
      pairs.compactMap { $0["coders"] as? [String] }.map { $0.joined() } == [
        "AB", "AC", "AD", "BC", "BD", "CD",
      ])
    #expect(try #require(object["methods"] as? String).contains("α = .743"))
  }

  @Test("gives AC2 where the values have an order")
  func weighted() throws {
    let object = try #require(
      try run(Self.canonical, "--json", "--level", "ordinal", "--bootstrap", "0").json() as? [String: Any])
    let coefficients = try #require(object["coefficients"] as? [String: Any])
    // irrCAC: 0.89894, with its ordinal weights.
    let ac2 = try #require(coefficients["ac2"] as? [String: Any])
    #expect(abs(try #require(ac2["value"] as? Double) - 0.89894) < 0.000005 && ac2["low"] is NSNull)
    #expect(object["bootstrap"] is NSNull)
  }

  @Test("has a methods paragraph that speaks of missing ratings only where there are some")
  func methods() throws {
    let some = try run(Self.canonical).lines.last ?? ""
    #expect(
      some.hasPrefix("Reliability was assessed on 11 units rated by two or more of 4 coders; 1 further unit"))
    #expect(some.contains("95 % interval") && some.contains("seed 1") && some.contains("Gwet (2014)"))
    let none = try run("u,A,B\n1,a,b\n2,b,b\n3,a,a\n").lines.last ?? ""
    // Scott's chance is (3² + 3²) / 6² = .5; 2 of 3 agree.
    #expect(none.contains("Scott’s π = .333") && !none.contains("Missing"))
  }

  @Test(
    "says undefined and why, where there is one category or no common unit",
    arguments: [
      ("u,A,B\n1,a,a\n2,a,a\n", "every rating"), ("u,A,B\n1,a,\n2,,b\n", "no unit is rated by two coders"),
    ])
  func undefined(text: String, why: String) throws {
    let printed = try run(text)
    #expect(printed.code == 0)
    #expect(printed.lines.contains { $0.hasPrefix("| Krippendorff’s α") && $0.contains(" undefined ") })
    #expect(printed.output.contains("Undefined: \(why)"))
    let object = try #require(try run(text, "--json").json() as? [String: Any])
    let coefficients = try #require(object["coefficients"] as? [String: Any])
    for name in ["alpha", "fleiss_kappa", "scott_pi", "ac1", "brennan_prediger"] {
      let coefficient = try #require(coefficients[name] as? [String: String])
      #expect(
        coefficient.keys.elementsEqual(["undefined"]) && coefficient["undefined"]?.contains(why) == true)
    }
  }

  @Test("gives the same intervals for the same seed, and others for another")
  func seed() throws {
    let outputs = try ["1", "1", "2"].map { try run(Self.canonical, "--seed", $0, "--json").output }
    #expect(outputs[0] == outputs[1])
    let intervals = outputs.map { $0.split(separator: "\n").filter { $0.contains("\"low\"") } }
    #expect(intervals[0] != intervals[2])
  }

  @Test("ends with 3 and the place of what cannot be read")
  func faults() throws {
    let bad = try run("u,A,B\n1,2,3\n2,x,3\n", "--level", "interval")
    #expect(bad.code == 3)
    #expect(bad.errors == "entente: ratings.csv:3: column 'A': found 'x', expected a number\n")
    #expect(try run("u,A,B\n1,2,3\n", "--long", "u,A").code == 2)
    #expect(try run("u,A,B\n1,2,3\n", "--long", "u,A,B", "--coders", "A").code == 2)
    let missing = try Program.run(["agree", "nowhere.csv"], in: ScratchFolder())
    #expect(missing.code == 3 && missing.errors.contains("nowhere.csv"))
  }
}
