import Foundation
import TestSupport
import Testing

@Suite("--policy")
struct PolicyTests {
  @Test("all shows the masks of Łódź under each policy")
  func lodz() throws {
    let run = try BundledFile.run("show", "Lodz", "--policy", "all", "--json")
    let values = try #require(try run.json() as? [[String: Any]])
    #expect(values.map { $0["contradiction"] as? String } == ["flow ev-083/masks quantity"])
    let policies = try #require(values.first?["values"] as? [[String: String]])
    let texts = Dictionary(uniqueKeysWithValues: policies.map { ($0["policy"] ?? "", $0["value"] ?? "") })
    #expect(texts["undecided"] == "12000 or 11700" && texts["latest-source"] == "12000 or 11700")
    #expect(texts["lowest"] == "11700" && texts["highest"] == "12000")
  }

  @Test("all shows the survey's totals under each policy, 135 in all")
  func totals() throws {
    let run = try BundledFile.run("table", "--rows", "country", "--policy", "all", "--format", "csv")
    #expect(run.lines.first == "Country,undecided,earliest-source,latest-source,lowest,highest")
    #expect(run.lines.last == "total,135,135,135,135,135")
    #expect(run.lines.count == 8)
  }

  @Test("is named by every result")
  func named() throws {
    for command in [
      ["table", "--rows", "country"], ["show", "Lodz"], ["contradictions"],
      ["study", "check", "mask-diplomacy-news"], ["query", "SELECT 1 AS one"], ["find", "Lodz"],
    ] {
      let run = try Program.run(
        command + ["--policy", "lowest", "--archive", BundledFile.path()], in: BundledFile.folder())
      #expect(run.code == 0 && run.output.contains("Policy: lowest ("), "\(command): \(run.errors)")
    }
  }

  @Test(
    "all is refused where results do not stand side by side",
    arguments: [["query", "SELECT 1"], ["find", "x"], ["contradictions"], ["study", "run", "--all"]])
  func refused(command: [String]) throws {
    let run = try Program.run(
      command + ["--policy", "all", "--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 2 && run.errors.contains("table, show and study check"), "\(run.errors)")
  }
}
