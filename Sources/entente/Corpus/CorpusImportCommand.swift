import Archive
import ArgumentParser
import Interchange
import Workbench

struct CorpusImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring documents into a corpus.",
    discussion: """
      A file is a table (CSV or TSV of any dialect, XLSX), JSON Lines or a JSON array, each also packed by gzip; or a folder of text, Markdown \
      and HTML files. Columns of a table are keys of JSON, with dots into objects: source.name. All documents come in, or none.

      Dates are EDTF, or what can be read in one way only: 2017/3/4, 4 March 2017, 2017年3月4日. A document that is in already is passed over; \
      one that is in with another text is refused, unless --replace is given. With --stand-off the texts stay outside: their lengths and \
      hashes come in, and no word.

      entente corpus import news.csv --name news --id id --text body --title headline --date day --outlet paper --language en
      entente corpus import posts.tsv.gz --name weibo --id date+seq --text title --date date --language zh
      entente corpus import articles/ --name articles
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "Files or folders.", completion: .file()) var files: [String]
  @Option(help: "The corpus; it is made where there is none.") var name: String
  @Option(help: "The column that tells the documents, or several with + between. (default: file and number)")
  var id: String?
  @Option(help: "The column of the text. (default: text)") var text = "text"
  @Option(help: "The column of the title.") var title: String?
  @Option(help: "The column of the date.") var date: String?
  @Option(help: "The column of the outlet; of a folder, the outlet of all.") var outlet: String?
  @Option(help: "The column of the authors, with semicolons between.") var authors: String?
  @Option(help: "A column, or the language of all, as en, it, zh.") var language: String?
  @Option(help: "A column, or the media partnership that all were published under.") var under: String?
  @Option(
    help: "The encoding, where it is not told by the file: \(TextEncoding.words.joined(separator: ", ")).")
  var encoding: String?
  @Option(help: "What stands between two fields: , ; | or tab.") var delimiter: String?
  @Option(help: "The sheet of a workbook.") var sheet: String?
  @Flag(help: "Leave the texts outside the archive.") var standOff = false
  @Flag(help: "Put documents in the place of others of the same identifiers.") var replace = false

  func run() throws {
    let columns = DocumentColumns(
      id: id.map { $0.split(separator: "+").map(String.init) } ?? [], text: text, title: title, date: date,
      outlet: outlet, authors: authors, language: language, under: under)
    let job = CorpusImport(
      corpus: name, columns: columns,
      dialect: try Dialect(encodingWord: encoding, delimiterWord: delimiter, sheet: sheet),
      isStandOff: standOff,
      isReplacing: replace)
    let store = try archive.openForWriting()
    let line = ProgressLine(name)
    defer { line.clear() }
    let outcome = try job.run(files, into: store, at: Moment.now(), progress: line.show)
    line.clear()
    for note in outcome.notes { print("  note: \(note)") }
    print("\(name): \(outcome.receipt.summary)")
  }
}

extension CorpusReceipt {
  /// "834 documents came in.", "nothing changed: all 834 documents are in already."
  fileprivate var summary: String {
    func documents(_ count: Int) -> String { "\(count) document\(count == 1 ? "" : "s")" }
    guard added + changed > 0 else {
      return known > 0
        ? "nothing changed: \(documents(known)) \(known == 1 ? "is" : "are") in already."
        : "there is no document."
    }
    var parts = ["\(documents(added)) came in"]
    if changed > 0 { parts.append("\(changed) took the place of others") }
    if known > 0 { parts.append("\(known) \(known == 1 ? "was" : "were") in already") }
    return parts.joined(separator: "; ") + "."
  }
}

extension Dialect {
  /// - Throws: `WorkbenchError.badOption` for a word that is no encoding or delimiter.
  fileprivate init(encodingWord: String?, delimiterWord: String?, sheet: String?) throws {
    let encoding = encodingWord.flatMap(TextEncoding.init(word:))
    if let encodingWord, encoding == nil {
      throw WorkbenchError.badOption(
        name: "--encoding", value: encodingWord,
        expected: "one of \(TextEncoding.words.joined(separator: ", "))")
    }
    let delimiter = delimiterWord.flatMap(Delimiter.init(word:))
    if let delimiterWord, delimiter == nil {
      throw WorkbenchError.badOption(name: "--delimiter", value: delimiterWord, expected: "one of , ; | tab")
    }
    self.init(encoding: encoding, delimiter: delimiter, sheet: sheet)
  }
}
