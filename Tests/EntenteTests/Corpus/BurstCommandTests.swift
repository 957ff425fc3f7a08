import Foundation
import TestSupport
import Testing

@Suite("entente corpus bursts") struct BurstCommandTests {
  private func posts() throws -> CorpusFolder {
    let slogan = "our ancient friendship is a model for all the nations of the world today"
    var lines = ["id,by,day,paper,text"]
    for (place, account) in ["ann", "ben", "cem", "dee"].enumerated() {
      lines.append("s\(place),\(account),2020-03-1\(place < 3 ? 0 : 1),,\(slogan)\(place == 1 ? "!" : "")")
    }
    lines += [
      "again,ann,2020-03-10,,\(slogan)", "late,eve,2020-06-01,,\(slogan)", "month,fay,2020-03,,\(slogan)",
    ]
    lines += (0..<3).map {
      "n\($0),,2020-04-0\(1 + $0),Paper \($0),masks were given to hospitals in the north of the country"
    }
    lines += [
      "x,ann,2020-03-10,,something else that nobody else has said so far",
      "quote,gil,2020-03-10,,she said \(slogan) and went on for a long time about other things that she had seen",
    ]
    let place = try CorpusFolder(["p.csv": lines.joined(separator: "\n") + "\n"])
    let load = try place.load("p.csv", "--id", "id", "--authors", "by", "--date", "day", "--outlet", "paper")
    #expect(load.code == 0, "\(load.errors)")
    return place
  }

  @Test("finds what many accounts published together, and shows by what")
  func found() throws {
    let place = try posts()
    let found = try #require(
      try place.run("bursts", "c", "--accounts", "3", "--json").json() as? [String: Any])
    #expect(found["found"] as? Int == 1 && found["unknown"] as? Int == 1)
    let burst = try #require((found["bursts"] as? [[String: Any]])?.first)
    #expect(
      burst["flag"] as? String == "coordinated"
        && burst["accounts"] as? [String] == ["ann", "ben", "cem", "dee"])
    #expect(burst["from"] as? String == "2020-03-10" && burst["to"] as? String == "2020-03-11")
    let documents = (burst["documents"] as? [[String: Any]])?.compactMap { $0["document"] as? String }
    #expect(documents == ["s0", "s1", "s2", "again", "s3"])
    let csv = try place.run("bursts", "c", "--accounts", "3", "--format", "csv")
    #expect(csv.lines[1] == "1,coordinated,s0,2020-03-10,ann,")
    #expect(csv.lines.count == 6)
    // Who or what posted is nobody's guess.
    let table = try place.run("bursts", "c", "--accounts", "3")
    #expect(
      !table.output.lowercased().contains("bot") && table.output.contains("Coordinated is the publication"))
    #expect(try place.ask("SELECT count(*) FROM duplicate_search") == ["0"])
  }

  @Test("holds to its rule, takes outlets where no author is known, and ends with 1 where there is none")
  func rule() throws {
    let place = try posts()
    #expect(try place.run("bursts", "c", "--accounts", "4", "--window", "0d").code == 1)
    let wide = try place.run("bursts", "c", "--accounts", "3", "--window", "2", "--json")
    let bursts = try #require((try wide.json() as? [String: Any])?["bursts"] as? [[String: Any]])
    #expect(bursts.map { ($0["accounts"] as? [String])?.count } == [4, 3])
    #expect(bursts[1]["accounts"] as? [String] == ["Paper 0", "Paper 1", "Paper 2"])
    for wrong in [["--accounts", "1"], ["--window", "1w"], ["--resemblance", "2"], ["--shingle", "0"]] {
      #expect(try place.run(["bursts", "c"] + wrong).code == 2, "\(wrong)")
    }
  }
}
