import Archive
import ArgumentParser
import Chronology
import Diplomacy
import Foundation
import Interchange
import Observatory
import Workbench

/// What went wrong, for a person: one message and one exit code. The only place that renders errors.
struct Failure {
  enum Code: Int32 {
    case dataSayNo = 1
    case usage = 2
    case input = 3
    case archive = 4
    case interrupted = 130
  }

  let message: String
  let code: Int32

  init(_ error: any Error) {
    switch error {
    case let error as ArchiveError: self.init(error)
    case let error as WorkbenchError: self.init(error)
    case ObservatoryError.cannotListen(let host, let port, let reason):
      self.init(
        "cannot listen on \(host), port \(port): \(reason). Give another port: entente serve --port \(port + 1)",
        .input)
    case let error as FormatError: self.init("\(error.file):\(error.line): \(error.message)", .input)
    case let error as StatementTextError: self.init("the log cannot be read: \(error)", .archive)
    case let exit as ExitCode:
      self.init(message: "", code: exit.rawValue)
    default:
      self.init(
        message: Entente.fullMessage(for: error),
        code: Entente.exitCode(for: error) == .success ? 0 : Code.usage.rawValue)
    }
  }

  private init(message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  private init(_ message: String, _ code: Code) {
    // Files and names are quoted in messages: nothing of them may command the terminal.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.shown(atMost: 4000)
    }
    self.init(message: "entente: " + lines.joined(separator: "\n"), code: code.rawValue)
  }

  private init(_ error: ArchiveError) {
    switch error {
    case .missing(let path):
      self.init(
        "there is no archive at \(path). Make one with: entente init --bundled --archive \(path)", .archive)
    case .exists(let path):
      self.init(
        "\(path) exists already and is left as it is. Name another file, or move this one away.", .archive)
    case .foreign(let path): self.init("\(path) is not an Entente archive. Nothing was changed.", .archive)
    case .newer(let path, let version, let known):
      self.init(
        "\(path) was written by a newer version (schema \(version); this program knows \(known)). Update entente.",
        .archive)
    case .busy(let path, let holder):
      self.init(
        "\(holder ?? "another program") is writing to \(path). Waited ten seconds for it; try again when it is done.",
        .archive)
    case .interrupted: self.init("interrupted. The archive is as it was before.", .interrupted)
    case .unknownStatement(let id):
      self.init("there is no statement \(id). `entente show` lists an entity's statements.", .input)
    case .alreadyRetracted(let id): self.init("statement \(id) is retracted already.", .input)
    case .undoneStatement(let id):
      self.init("statement \(id) is not on record: what brought it is undone.", .input)
    case .unknownBatch(let number):
      self.init("there is no batch \(number). `entente batches` lists them.", .input)
    case .alreadyUndone(let number, let undo):
      self.init("batch \(number) is undone already, by batch \(undo). Nothing was changed.", .input)
    case .unknownSource(let id):
      self.init("a statement or ladder cites source '\(id)', which is not on record.", .input)
    case .sourceDiffers(let id):
      self.init(
        "source '\(id)' is recorded with other content. Give the changed source an id of its own.", .input)
    case .ladderDiffers(let id):
      self.init(
        "ladder '\(id)' is recorded with other rungs. Give the changed ladder an id of its own.", .input)
    case .damagedSheaf(let batch):
      self.init(
        "the statements of batch \(batch) cannot be read: the file is damaged. Restore it from a backup, or undo the batch and import it again.",
        .archive)
    case .unsettled(let path, let reason):
      self.init(
        "\(path): what came in is recorded, but the file could not be closed in good order: \(reason). `entente check` tells whether it is sound.",
        .archive)
    case .unknownCorpus(let name, let known):
      let others =
        known.isEmpty
        ? "There is none yet: entente corpus import FILE --name \(name)"
        : "There are: \(known.joined(separator: ", "))"
      self.init("there is no corpus '\(name)'. \(others)", .input)
    case .unknownDocument(let id, let corpus):
      self.init(
        "the corpus \(corpus) has no document '\(id)'. `entente corpus search` shows identifiers.", .input)
    case .documentDiffers(let place, let id, let column):
      self.init(
        "\(place): the document '\(id)' is in with another \(column). Nothing was imported. Give --replace to put this one in its place, or another identifier.",
        .input)
    case .documentRepeated(let place, let id):
      self.init(
        "\(place): the document '\(id)' comes a second time. Nothing was imported. Do several columns together tell the documents? Give them with + between: --id date+number",
        .input)
    case .unknownCodebook(let name, let known):
      self.init(
        "there is no codebook '\(name)'. "
          + (known.isEmpty
            ? "Bring one in with: entente codebook import FILE --name NAME"
            : "The codebooks are: \(known.joined(separator: ", "))"),
        .input)
    case .unknownCode(let code, let codebook, let version):
      self.init(
        "version \(version) of the codebook '\(codebook)' has no code '\(code)'. `entente codebook show` lists them.",
        .input)
    case .codingDiffers(let id):
      self.init(
        "a coding with the identifier \(id) is on record and says something else. Codings are never overwritten: give the new one an identifier of its own.",
        .input)
    case .passageBeyond(let document, let end, let length):
      self.init(
        "a passage of document '\(document)' ends at \(end), but its text has \(length) characters (Unicode code points).",
        .input)
    case .query(let reason):
      self.init("the query does not run: \(reason). Documentation/Schema.md has the tables.", .input)
    case .storage(let path, let reason): self.init("\(path): \(reason). Nothing was changed.", .archive)
    }
  }

  private init(_ error: WorkbenchError) {
    switch error {
    case .unreadable(let path, let reason): self.init("cannot read or write \(path): \(reason)", .input)
    case .format(let error): self.init("\(error.file):\(error.line): \(error.message)", .input)
    case .csv(let file, let error): self.init(Self.text(error, file), .input)
    case .table(let error): self.init("\(error.place): \(error.message)", .input)
    case .problems(let problems): self.init(Self.text(problems, "nothing was imported"), .input)
    case .noHome(let searched):
      self.init(
        "the bundled evidence is not found above \(searched.joined(separator: " or ")). Set ENTENTE_HOME to the project's folder.",
        .input)
    case .unknownStudy(let name, let known):
      self.init("there is no study '\(name)'. The studies are: \(known.joined(separator: ", "))", .usage)
    case .studyQuery(let study, let part, let reason): self.init("study \(study), \(part): \(reason)", .input)
    case .notFound(let text, let near):
      self.init(
        "no single thing in the record is called '\(text)'."
          + (near.isEmpty
            ? " Search by a part of it: entente find WORD"
            : " Near it, with their identifiers: \(near.joined(separator: ", "))"),
        .input)
    case .badOption(let name, let value, let expected):
      self.init("\(name) '\(value)': expected \(expected)", .usage)
    case .figures(let reason): self.init("the figures could not be drawn: \(reason)", .input)
    }
  }

  /// How many problems are listed one by one.
  private static let listed = 25

  /// What is wrong with a table, and what became of it.
  static func text(_ problems: [ImportProblem], _ outcome: String) -> String {
    let rows = problems.count { $0.column.isEmpty }
    let cells = problems.count - rows
    let counts = [(cells, "cell"), (rows, "row")].filter { $0.0 > 0 }.map { $0.of($1) }
    let lines = problems.prefix(listed).map { "\($0.file):\($0.line): \($0.reason)" }
    let heading = counts.joined(separator: " and ") + " cannot be read; \(outcome):"
    let more = problems.count - lines.count
    let rest =
      more > 0
      ? [
        "and \(more) more. --keep-going imports the other rows and writes these to a file, with their reasons."
      ] : []
    return ([heading] + lines + rest).joined(separator: "\n  ")
  }

  private static func text(_ error: CSVError, _ file: String) -> String {
    error == .empty ? "\(file) is \(error.text)" : "\(file):\(error.line): \(error.text)"
  }

  func leave() -> Never {
    if !message.isEmpty {
      let stream = code == 0 ? FileHandle.standardOutput : FileHandle.standardError
      stream.write(Data((message + "\n").utf8))
    }
    exit(code)
  }
}
