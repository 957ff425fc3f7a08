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
