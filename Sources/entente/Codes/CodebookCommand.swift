import Archive
import ArgumentParser
import Discourse
import Workbench

struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Keep codebooks: nested codes with their rules, in versions that stay as they are.",
    subcommands: [CodebookImport.self, CodebookExport.self, CodebookShow.self, CodebookDiff.self])
}

struct CodebookImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a codebook, or another version of one.",
    discussion: """
      FILE is a table (CSV of any dialect, XLSX) with the columns name and, as wanted, id, parent (the id of the code it is nested in), \
      definition, rules, examples (one a line within the cell), given (no: only holds others together), color; or a REFI-QDA codebook (.qdc). \
      A code is the same code in all versions by its id; without a column id, by its name.

      What the latest version says already changes nothing.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "A table, or a .qdc file.", completion: .file()) var file: String
  @Option(help: "The codebook; it is made where there is none.") var name: String
  @Option(help: "Why there is a new version.") var note = ""
  @Option(help: "Who made it.") var coder = ""

  func run() throws {
    let (codebook, notes) = try CodebookFile.read(file)
    let store = try archive.openForWriting()
    let (version, isNew) = try store.keep(
      codebook, as: name, file: file.split(separator: "/").last.map(String.init) ?? file, coder: coder,
      note: note, at: Moment.now())
    for note in notes { print("  note: \(note)") }
    print(
      isNew
        ? "\(name): version \(version), \(codebook.codes.count) codes."
        : "\(name): nothing changed: version \(version) says just that.")
  }
}

struct CodebookExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a codebook as CSV or as a REFI-QDA codebook (.qdc).")

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The codebook.") var name: String
  @Argument(help: "A file whose name ends in .csv or .qdc. (default: CSV to standard output)") var file:
    String?
  @Option(help: "Which version. (default: the latest)") var version: Int?

  func run() throws {
    let filed = try archive.openForReading().codebook(name)
    let codebook = try filed.version(version).codebook
    guard let file else { return print(CodebookFile.csv(codebook), terminator: "") }
    try CodebookFile.write(codebook, to: file)
  }
}

struct CodebookShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a codebook with its rules, or list the codebooks.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "The codebook.") var name: String?
  @Option(help: "Which version. (default: the latest)") var version: Int?

  func run() throws {
    let store = try archive.openForReading()
    guard let name else {
      for name in try store.codebooks() { print(name) }
      return
    }
    let filed = try store.codebook(name)
    let number = try filed.version(version).number
    print(
      output.render(CodebookView.grid(filed, version: number)) {
        CodebookView.json(filed, version: number).text(pretty: true)
      })
  }
}

struct CodebookDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what differs between two versions: codes added, removed, renamed, moved, rules changed.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "The codebook.") var name: String
  @Argument(help: "A version. (default: the one before the latest)") var from: Int?
  @Argument(help: "A version. (default: the latest)") var to: Int?

  func run() throws {
    let filed = try archive.openForReading().codebook(name)
    let before = try filed.version(from ?? max(1, filed.versions.latest - 1))
    let after = try filed.version(to)
    let difference = CodebookDifference(from: before.codebook, to: after.codebook)
    print(
      output.render(
        CodebookView.grid(
          difference, from: before.codebook, to: after.codebook,
          title: "\(name): from version \(before.number) to \(after.number)")
      ) { CodebookView.json(difference, before.number, after.number).text(pretty: true) })
  }
}

extension FiledCodebook {
  /// A version; the latest where none is named.
  ///
  /// - Throws: `WorkbenchError.badOption` where there is no such version.
  func version(_ number: Int?) throws -> (number: Int, codebook: Codebook) {
    let number = number ?? versions.latest
    guard let codebook = versions[number] else {
      throw WorkbenchError.badOption(
        name: "the version", value: String(number), expected: "a version from 1 to \(versions.latest)")
    }
    return (number, codebook)
  }
}
