import Foundation
import TestSupport
import Testing

@Suite("The command line leaves with")
struct ExitCodeTests {
  @Test(
    "0 when it is done",
    arguments: [
      ["check"], ["sources"], ["contradictions"], ["show", "Łódź"], ["find", "masks"],
      ["study", "check", "--all"],
      ["table", "--rows", "country"], ["query", "SELECT 1"],
    ])
  func done(arguments: [String]) throws {
    let run = try Program.run(arguments + ["--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 0 && run.errors.isEmpty && !run.output.isEmpty)
  }

  @Test("0 when several read one archive at once")
  func together() async throws {
    let (folder, path) = (try BundledFile.folder(), try BundledFile.path())
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<12 {
        group.addTask { try Program.run(["sources", "--archive", path], in: folder).code }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == Array(repeating: 0, count: 12))
  }

  @Test(
    "1 when the data say no",
    arguments: [
      ["study", "check", "--strict", "eu-china-regions"], ["find", "Atlantis"],
    ])
  func no(arguments: [String]) throws {
    let run = try Program.run(arguments + ["--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 1 && run.errors.isEmpty)
  }

  @Test("0 when a strict check finds nothing that differs")
  func agrees() throws {
    #expect(try BundledFile.run("study", "check", "--strict", "partnership-dictionary").code == 0)
  }

  @Test(
    "2 when it is used wrongly, and says what was expected",
    arguments: [
      (["check", "--bogus"], "--bogus"), (["fly"], "Usage: entente"),
      (["table", "--rows", "colour"], "chinese-province"),
      (["table", "--established", "soon"], "EDTF"), (["table", "--as-of", "2017"], "2017-06-30"),
      (["table", "--rows", "period"], "--periods"), (["table", "--kind", "friendship"], "twinning"),
      (["table", "--policy", "mine"], "undecided"), (["table", "--scope", "nobody"], "kaminski-2019"),
      (["study", "check", "unheard-of"], "sister-cities-pandemic"), (["study", "check"], "--all"),
      (["table", "--count", "quantities", "--rows", "taker"], "expected item, or --columns item"),
      (["table", "--known-at", "banana"], "2026-01-31"),
      (["table", "--periods", "1990"], "unless --rows or --columns is period"),
      (["sources", "--format", "xml"], "markdown"), (["retract", "s-x"], "--reason"),
      (["retract", "s-x", "--reason", " "], "reason"), (["find", "x", "--limit", "many"], "many"),
    ])
  func usage(arguments: [String], says: String) throws {
    let run = try Program.run(arguments + ["--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test(
    "3 when it is given what it cannot read",
    arguments: [
      (["query", "SELECT * FROM nowhere"], "nowhere"), (["query", "DELETE FROM source"], "read"),
      (["query", "SELECT 1; SELECT 2"], "query"), (["show", "Atlantis"], "Atlantis"),
      (["retract", "s-0000", "--reason", "wrong"], "s-0000"), (["import", "none.yml"], "none.yml"),
      (["table", "--within", "Atlantis"], "Atlantis"),
    ])
  func input(arguments: [String], says: String) throws {
    let run = try Program.run(arguments + ["--archive", BundledFile.path()], in: BundledFile.folder())
    #expect(run.code == 3 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("entente: ") && run.errors.contains(says), "\(run.errors)")
  }

  @Test("4 when the archive is missing, another program's, or newer")
  func archive() throws {
    let folder = try ScratchFolder()
    let missing = try Program.run(["check", "--archive", "none.entente"], in: folder)
    #expect(
      missing.code == 4 && missing.errors.contains("none.entente") && missing.errors.contains("entente init"))
    try folder.write("just text, nothing more; long enough to be taken for a header", to: "text.entente")
    let text = try Program.run(["check", "--archive", "text.entente"], in: folder)
    #expect(text.code == 4 && text.errors.contains("not an Entente archive"), "\(text.errors)")
    #expect(
      try folder.read("text.entente") == "just text, nothing more; long enough to be taken for a header")
    #expect(try folder.files() == ["text.entente"])
  }

  @Test("one message on the error stream, and no trace of the program's inside")
  func messages() throws {
    let run = try BundledFile.run("query", "SELECT * FROM nowhere")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(
      !run.errors.contains("ArchiveError") && !run.errors.contains("GRDB")
        && !run.errors.contains("Optional("))
  }
}
