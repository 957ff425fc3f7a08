import ArgumentParser
import Workbench

struct CorpusDictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Count the words of a dictionary's categories in a corpus.",
    discussion: """
      FILE is a dictionary of content analysis: LIWC's .dic, Yoshikoder's .ykd, YAML, or a table with the columns category, pattern and, where wanted, \
      language. In patterns * stands for any letters or none, ? for one; case and accents do not matter. What matched where is told by \
      `entente code suggest --dictionary`.

      entente corpus dictionary news sentiment.dic
      entente corpus dictionary news themes.yml --each --format csv > counts.csv

      Exits with 1 when nothing is found.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @OptionGroup var choice: DocumentChoice
  @Argument(help: "The corpus.") var name: String
  @Argument(help: "A dictionary.", completion: .file()) var file: String
  @Flag(help: "A row a document, with a column a category.") var each = false
  @Flag(help: "Tell words with accents from those without.") var accents = false

  func run() throws {
    let line = ProgressLine(name)
    defer { line.clear() }
    let (dictionary, file) = try DictionaryFiles.read(file)
    let found = try DictionaryCount(
      dictionary, file, in: choice.texts(of: name, archive.openForReading()), isEach: each,
      isAccented: accents, progress: line.show)
    line.clear()
    print(output.render(found.grid) { found.json.text(pretty: true) })
    if found.matches == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
