import Archive
import ArgumentParser
import Workbench

struct QDACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qda",
    abstract: "Exchange projects with NVivo, ATLAS.ti, MAXQDA, QualCoder and others (REFI-QDA, .qdpx).",
    subcommands: [QDAImportCommand.self, QDAExportCommand.self])
}

struct QDAImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a QDA project: its texts as a corpus, its codebook, its codings.",
    discussion: """
      What is not understood (pictures, audio, links, graphs, …) is kept and written back by `entente qda export`. To bring the same \
      project in again changes nothing; a later state of it adds its new texts, a version of the codebook and codings.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "A .qdpx file.", completion: .file()) var file: String
  @Option(help: "The corpus; it is made where there is none.") var name: String
  @Option(help: "The codebook. (default: called as the corpus)") var codebook: String?

  func run() throws {
    let outcome = try QDAImport(file, corpus: name, codebook: codebook).run(
      into: archive.openForWriting(), at: Moment.now())
    for note in outcome.notes { print("  note: \(note)") }
    print(
      "\(name): \(outcome.documents.added) documents and \(outcome.codings.added) codings came in"
        + "; \(outcome.documents.known) and \(outcome.codings.known) were in already"
        + "; codebook version \(outcome.version)\(outcome.isNewVersion ? " is new" : "").")
  }
}

struct QDAExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a corpus with its codebook and codings as a QDA project (.qdpx).")

  @OptionGroup var desk: DeskOption
  @Argument(help: "The file to write.", completion: .file()) var file: String

  func run() throws {
    let outcome = try QDAExport.run(try desk.desk(try desk.archive.openForReading()))
    try QDAExport.write(outcome, to: file)
    for note in outcome.notes { print("  note: \(note)") }
    print("\(file): \(outcome.documents) documents, \(outcome.codings) codings.")
  }
}
