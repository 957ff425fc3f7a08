import TestSupport
import Testing

@Suite("The command line's help")
struct HelpTests {
  private static let commands = [
    "init", "import", "check", "show", "find", "table", "query", "contradictions", "sources", "study",
    "retract", "batches", "undo", "diff", "history", "log", "backup", "agree",
    "study list", "study run", "study check", "codebook", "code", "qda", "codebook import", "codebook export",
    "codebook show", "codebook diff", "code assign", "code import", "code export", "code adjudicate",
    "code reliability", "code suggest", "corpus dictionary", "corpus bursts", "qda import", "qda export",
    "corpus themes",
  ]

  @Test("lists every command with a line of its own")
  func list() throws {
    let run = try Program.run(["--help"], in: ScratchFolder())
    #expect(run.code == 0 && run.errors.isEmpty)
    for command in Self.commands where !command.contains(" ") {
      let line = run.lines.first { $0.hasPrefix("  \(command) ") }
      #expect((line?.split(separator: " ", maxSplits: 1).last?.count ?? 0) > 10, "\(command)")
    }
  }

  @Test("of each command says what it is for and what it takes", arguments: commands)
  func command(name: String) throws {
    let run = try Program.run(name.split(separator: " ").map(String.init) + ["--help"], in: ScratchFolder())
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.lines.first?.hasPrefix("OVERVIEW: ") == true)
    #expect((run.lines.first?.count ?? 0) > 20)
    #expect(run.output.contains("USAGE: entente \(name)"))
  }

  @Test("says which version it is")
  func version() throws {
    let run = try Program.run(["--version"], in: ScratchFolder())
    #expect(run.code == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("explains the exit codes")
  func codes() throws {
    let text = try Program.run(["--help"], in: ScratchFolder()).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(
      text.contains(
        "0 done; 1 the data say no (a check failed); 2 wrong usage; 3 bad input; 4 archive trouble"))
  }
}
