import ArgumentParser
import Workbench

struct CorpusKeynessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyness",
    abstract: "Tell which words one part of a corpus has more of than another.",
    discussion: """
      A part is told by conditions, all of which must hold: from=DATE, to=DATE, outlet=NAME, language=CODE, theme=CODE (of what coders agree on, or was decided). Without --reference the target is compared \
      with all other documents. A document that may be of a part, and need not be, for its date or its codes, is in neither.

      entente corpus keyness news --target from=2015
      entente corpus keyness news --target outlet=Courier --target to=2014 --reference outlet=Herald
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "The corpus.") var name: String
  @Option(help: "A condition of the part that is asked about; may be given more than once.")
  var target: [String]
  @Option(help: "A condition of the part that it is compared with. (default: all other documents)")
  var reference: [String] = []
  @Option(help: "Words that both parts together have fewer of are not tested.") var least = 5
  @Option(help: "At most so many words of each part.") var limit = 25
  @Option(help: "The codebook of the themes. (default: the one that the corpus is coded under)") var codebook:
    String?
  @Flag(help: "Of documents that are one text, nearly, take the earliest only (after corpus dedupe).")
  var withoutCopies = false
  @Flag(help: "Take words with accents for those without.") var foldAccents = false

  func validate() throws {
    try checked("--least", least, 1...1_000_000, "times")
    try checked("--limit", limit, 0...1_000_000, "words")
  }

  func run() throws {
    let line = ProgressLine(name)
    defer { line.clear() }
    let found = try CorpusKeyness(
      name, archive.openForReading(), target: CorpusPart(conditions: target, option: "--target"),
      reference: reference.isEmpty ? nil : CorpusPart(conditions: reference, option: "--reference"),
      folding: foldAccents ? .caseAndAccents : .letterCase, least: least, limit: limit,
      withoutCopies: withoutCopies, codebook: codebook, progress: line.show)
    line.clear()
    print(output.render(found.grid) { found.json.text(pretty: true) })
  }
}
