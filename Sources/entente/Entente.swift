import ArgumentParser

@main
struct Entente: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract:
      "A sourced, dated, multi-level record of partnerships, and the published figures recomputed from it.",
    discussion: """
      The record lives in one file, the archive: --archive FILE, or ENTENTE_ARCHIVE, or observatory.entente in the \
      working folder.

      Exit codes: 0 done; 1 the data say no (a check failed); 2 wrong usage; 3 bad input; 4 archive trouble; 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Import.self, Check.self, Show.self, Find.self, Table.self, Query.self, Contradictions.self,
      Sources.self, StudyCommand.self, Retract.self, Batches.self, Undo.self, Diff.self, History.self,
      Log.self, Backup.self, Agree.self, CodebookCommand.self, CodeCommand.self, QDACommand.self,
      CorpusCommand.self, Serve.self,
    ])

  /// Runs a command and turns whatever goes wrong into one message and one exit code.
  static func main() async {
    Interrupt.heed()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Failure(error).leave()
    }
  }
}
