import Foundation
import TestSupport
import Testing

@Suite("Studies on the command line")
struct StudyCommandTests {
  @Test("are listed with what they hold")
  func list() throws {
    let run = try Program.run(["study", "list", "--format", "json"], in: ScratchFolder())
    let studies = try #require(try run.json() as? [[String: Any]])
    #expect(studies.count == 5)
    #expect(studies.compactMap { $0["checks"] as? Double }.reduce(0, +) == 470)
  }

  @Test("are written as a report where --out says")
  func report() throws {
    let folder = try ScratchFolder()
    let run = try Program.run(
      ["study", "run", "--all", "--no-figures", "--out", "my report", "--archive", BundledFile.path()],
      in: folder)
    #expect(run.code == 0, "\(run.errors)")
    let files = try folder.files()
    #expect(files.allSatisfy { $0.hasPrefix("my report/") })
    #expect(Set(files).isSuperset(of: ["my report/index.html", "my report/results.json"]))
    #expect(run.output.contains("my report/index.html"))
  }

  @Test("are checked under every policy side by side")
  func everyPolicy() throws {
    let run = try BundledFile.run("study", "check", "sister-cities-pandemic", "--policy", "all", "--json")
    let all = try #require(try run.json() as? [[String: Any]])
    let policies = all.compactMap { $0["policy"] as? String }
    #expect(policies.prefix(5) == ["undecided", "earliest-source", "latest-source", "lowest", "highest"])
    #expect(policies.contains("first:mierzejewski-2021"))
    for one in all {
      let checks = try #require(one["checks"] as? [[String: Any]])
      #expect(Set(checks.compactMap { $0["policy"] as? String }) == [one["policy"] as? String ?? ""])
    }
  }

  @Test("say what moves them, and what would have to be settled")
  func sensitivity() throws {
    let run = try BundledFile.run("study", "check", "sister-cities-pandemic", "--sensitivity", "--json")
    let sensitivity = try #require(try run.json() as? [String: Any])
    let figures = try #require(sensitivity["figures"] as? [[String: Any]])
    let masks = try #require(figures.first { $0["check"] as? String == "PF074" })
    let standing = try #require(masks["standing"] as? [String: Any])
    #expect(standing["is"] as? String == "stands if")
    let settlements = try #require(standing["settlements"] as? [[[String: String]]])
    #expect(settlements == [[["contradiction": "flow ev-083/masks quantity", "rival": "11700"]]])
    let text = try BundledFile.run("study", "check", "sister-cities-pandemic", "--sensitivity").output
    #expect(text.contains("CONTRADICTIONS THAT MATTER") && text.contains("11700 ✓ if “11700” stands"))
    #expect(try BundledFile.run("study", "check", "--all", "--sensitivity", "--policy", "all").code == 2)
  }

  @Test("say what to do when figures cannot be drawn")
  func renderer() throws {
    let folder = try ScratchFolder()
    let run = try Program.run(
      ["study", "run", "partnership-dictionary", "--archive", BundledFile.path()],
      environment: ["ENTENTE_RENDERER": folder.path + "/no-python"], in: folder)
    #expect(run.code == 3)
    #expect(run.errors.contains("no-python") && run.errors.contains("--no-figures"), "\(run.errors)")
  }

  @Test("change when a statement is withdrawn, and the withdrawal is on record")
  func retract() throws {
    let folder = try ScratchFolder()
    let archive = folder.path + "/a.entente"
    try FileManager.default.copyItem(atPath: BundledFile.path(), toPath: archive)
    func results() throws -> [[String: Any]] {
      let run = try Program.run(["study", "check", "--all", "--json", "--archive", archive], in: folder)
      return try #require(try run.json() as? [[String: Any]])
    }
    let reproduced = try #require(
      try results().first {
        ($0["status"] as? String) == "reproduced" && ($0["statements"] as? [String])?.count == 2
      })
    let id = try #require((reproduced["statements"] as? [String])?.first)
    let run = try Program.run(["retract", id, "--reason", "a misprint", "--archive", archive], in: folder)
    #expect(run.code == 0 && run.output.contains(id))
    let after = try results().first { $0["check"] as? String == reproduced["check"] as? String }
    #expect(after?["status"] as? String != "reproduced")
    let again = try Program.run(["retract", id, "--reason", "a misprint", "--archive", archive], in: folder)
    #expect(again.code == 3 && again.errors.contains("retracted already"))
    #expect(try Program.run(["check", "--archive", archive], in: folder).code == 0)
  }
}
