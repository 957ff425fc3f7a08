import Foundation
import TestSupport
import Testing

@Suite("entente corpus dedupe") struct DedupeTests {
  private static let words = (1...60).map { "word\($0)" }

  private func dispatches() throws -> CorpusFolder {
    let whole = Self.words.joined(separator: " ")
    let cut = Self.words.prefix(40).joined(separator: " ")
    let other = (1...60).map { "other\($0)" }.joined(separator: " ")
    let place = try CorpusFolder([
      "d.csv": """
      id,day,paper,text
      late,2017-03-05,NYT,\(whole)
      early,2017-03-04,Xinhua,\(whole)
      cut,2017-03-05,Xinhua,\(cut)
      again,2017-09-01,NYT,\(whole)
      other,2017-03-04,NYT,\(other)

      """
    ])
    #expect(try place.load("d.csv", "--id", "id", "--date", "day", "--outlet", "paper").code == 0)
    return place
  }

  @Test("prints how many documents are one text, and keeps which")
  func json() throws {
    let place = try dispatches()
    let found = try #require(try place.run("dedupe", "c", "--json").json() as? [String: Any])
    let expected = ["documents": 5, "exact_groups": 1, "clusters": 1, "duplicates": 2]
    for (key, count) in expected { #expect(found[key] as? Int == count, "\(key)") }
    let largest = try #require((found["largest"] as? [[String: Any]])?.first)
    #expect(largest["documents"] as? Int == 3 && largest["earliest"] as? String == "early")
    #expect(
      try place.ask(
        "SELECT m.id, e.id FROM cluster_member JOIN document m ON m.number = document JOIN document e ON e.number = cluster ORDER BY 1"
      )
        == ["cut,early", "early,early", "late,early"])
    #expect(try place.run("list", "c").lines.contains("| NYT    |         3 |              3 |"))
    #expect(try place.run("list", "c").lines.contains("| Xinhua |         2 |              1 |"))
    let answer = try #require(
      try place.run("search", "c", "word1", "--counts", "--json").json() as? [String: Any])
    #expect(answer["found"] as? Int == 4 && answer["without_copies"] as? Int == 2)
    #expect(try place.check().code == 0)
  }

  @Test("holds to the rule it is given, and writes the pairs")
  func rule() throws {
    let place = try dispatches()
    let run = try place.run(
      "dedupe", "c", "--shingle", "5", "--resemblance", "0.9", "--containment", "1", "--window", "any",
      "--pairs", "p.csv", "--json")
    let found = try #require(try run.json() as? [String: Any])
    #expect(found["duplicates"] as? Int == 3)
    // 56 runs of five words, of which the first 36 are the short text's.
    #expect(
      try place.folder.read("p.csv").split(separator: "\n").sorted() == [
        "a,b,resemblance,containment", "cut,again,0.642857,1.0", "early,again,1.0,1.0",
        "early,cut,0.642857,1.0",
        "late,again,1.0,1.0", "late,cut,0.642857,1.0", "late,early,1.0,1.0",
      ])
    #expect(
      try place.ask("SELECT resemblance, containment, window, duplicates FROM duplicate_search") == [
        "0.9,1,,3"
      ])
    for wrong in [
      ["--window", "7w"], ["--resemblance", "0"], ["--containment", "1.5"], ["--shingle", "0"],
    ] {
      #expect(try place.run(["dedupe", "c"] + wrong).code == 2, "\(wrong)")
    }
  }

  @Test("says what stricter thresholds would find")
  func thresholds() throws {
    let lines = try dispatches().run("dedupe", "c").lines
    #expect(
      lines.contains {
        $0.hasPrefix("| as asked ") && $0.hasSuffix("|        1 |          2 |                      3 |")
      })
    // The short copy is in the dispatch whole, so that only the window parts it.
    #expect(
      lines.contains {
        $0.hasPrefix("| resemblance 0.9 ")
          && $0.hasSuffix("|        1 |          2 |                      3 |")
      })
    #expect(
      lines.contains {
        $0.hasPrefix("| window 0 days ") && $0.hasSuffix("|        1 |          1 |                      4 |")
      })
  }

  private static let reuters = (0...9).map {
    Project.root + "/../shared/data/reuters21578/reuters-00\($0).json"
  }

  @Test(
    "of 10,000 Reuters articles finds each pair that an exhaustive join of sets finds, and no other",
    .enabled(
      if: reuters.allSatisfy { FileManager.default.fileExists(atPath: $0) },
      "the articles are not beside the package"))
  func reutersPairs() throws {
    let place = try CorpusFolder()
    let load = try place.run(
      ["import"] + Self.reuters + [
        "--name", "r", "--id", "id", "--text", "body", "--title", "title", "--date", "date",
      ])
    #expect(load.output.hasSuffix("r: 10000 documents came in.\n"))
    let found = try #require(
      try place.run("dedupe", "r", "--json", "--pairs", "p.csv").json() as? [String: Any])
    #expect(found["documents"] as? Int == 10_000)
    let oracle = ["python3", Project.root + "/Tests/Fixtures/documents/shingle_join.py"] + Self.reuters
    let process = try Shell.start(oracle, in: place.folder, output: "oracle.csv")
    process.waitUntilExit()
    func pairs(_ name: String) throws -> Set<String> {
      Set(
        try place.folder.read(name).split(separator: "\n").dropFirst().map { line in
          let fields = line.split(separator: ",")
          let shares = fields[2...3].compactMap { Double($0) }.map { String(format: "%.5f", $0) }
          return "\(fields[0]) \(fields[1]) \(shares)"
        })
    }
    let (ours, expected) = (try pairs("p.csv"), try pairs("oracle.csv"))
    #expect(expected.count > 300)
    #expect(ours == expected, "\(ours.symmetricDifference(expected).sorted().prefix(5))")
  }
}
