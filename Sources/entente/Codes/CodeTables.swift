import Archive
import ArgumentParser
import Discourse
import Interchange
import Workbench

struct CodeImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in codings that were made elsewhere: a row a coding.",
    discussion: """
      FILE is a table (CSV of any dialect, XLSX) with the columns document, coder and code (its id, path or name); as wanted also verdict \
      (code, no longer, no code, skipped), start and end (of a passage, in Unicode code points), unsure (yes), memo, version, at, id. \
      `entente code export` writes it so. Codings are appended, all of them or none; one with an id that is on record is passed over.
      """)

  @OptionGroup var desk: DeskOption
  @Argument(help: "A table of codings.", completion: .file()) var file: String

  func run() throws {
    let store = try desk.archive.openForWriting()
    let desk = try desk.desk(store)
    let moment = Moment.now()
    let codings = try CodingFile(desk, at: moment).codings(file)
    let receipt = try store.record(codings, of: desk.corpus, codebook: desk.codebook.name, at: moment)
    print(
      "\(desk.corpus): \(receipt.added) codings came in\(receipt.known > 0 ? "; \(receipt.known) were in already" : "")."
    )
  }
}

struct CodeExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "List the codings that stand, with those that are stale since their rule changed.")

  @OptionGroup var desk: DeskOption
  @OptionGroup var output: FormatOption
  @Option(help: "Only this coder's.") var coder: String?
  @Flag(help: "Also what was taken back or said anew: every coding that was ever made.") var whole = false

  func run() throws {
    let table = try CodingTable(
      try desk.desk(try desk.archive.openForReading()), coder: coder, isWhole: whole)
    print(output.render(table.grid) { table.json.text(pretty: true) })
  }
}

struct CodeAdjudicate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjudicate",
    abstract: "List where coders disagree, or record what was decided.",
    discussion: """
      entente code adjudicate news --format csv > contested.csv     # fill in 'holds': yes or no
      entente code adjudicate news --decisions contested.csv --by Dana
      """)

  @OptionGroup var desk: DeskOption
  @OptionGroup var output: FormatOption
  @Option(help: "A table with document, code, holds and, as wanted, reason.", completion: .file())
  var decisions: String?
  @Option(help: "Who decided.") var by: String?

  func validate() throws {
    guard (decisions == nil) == (by == nil) else {
      throw ValidationError("--decisions and --by go together.")
    }
  }

  func run() throws {
    guard let decisions, let by else {
      let table = try ContestTable(try desk.desk(try desk.archive.openForReading()))
      return print(output.render(table.grid) { table.json.text(pretty: true) })
    }
    let store = try desk.archive.openForWriting()
    let desk = try desk.desk(store)
    let moment = Moment.now()
    let made = try CodingFile(desk, at: moment).decisions(decisions, by: by)
    try store.record(made, of: desk.corpus, codebook: desk.codebook.name, at: moment)
    print(
      "\(desk.corpus): \(made.count) decisions recorded; \(try desk.settled().contests.count) codes are contested still."
    )
  }
}

struct CodeReliability: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "Tell how far the coders of a corpus agree: code by code, on one code, or on the themes.",
    discussion: """
      Without --code and --themes, each code that was given: given or not, of the documents that coders judged. With one of them, all \
      that `entente agree` tells: coefficients, pairs of coders, disagreements, a paragraph for the methods section.
      """)

  @OptionGroup var desk: DeskOption
  @Option(help: "One code, by id, path or name: given or not.") var code: String?
  @Flag(help: "Count what is nested in it as the code.") var nested = false
  @Flag(help: "Which codes at the top were given, one value a document.") var themes = false
  @Option(help: "Only documents of this wave.") var wave: Int?
  @Option(help: "How many resamples the intervals are made of; 0 for no intervals.") var bootstrap = 1000
  @Option(help: "Of the resamples: the same seed gives the same intervals.") var seed: UInt64 = 1
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard code == nil || !themes else { throw ValidationError("Give --code or --themes, not both.") }
    guard (0...1_000_000).contains(bootstrap) else {
      throw ValidationError("--bootstrap '\(bootstrap)': expected 0 to 1,000,000 resamples.")
    }
    guard seed <= UInt64(Int64.max) else {
      throw ValidationError("--seed '\(seed)': expected 0 to \(Int64.max).")
    }
  }

  func run() throws {
    let resampling = bootstrap > 0 ? Bootstrap(resamples: bootstrap, seed: seed) : nil
    let desk = try desk.desk(try desk.archive.openForReading())
    guard themes || code != nil else {
      let codes = try CodingReliability.each(desk, wave: wave, bootstrap: resampling)
      return print(json ? CodingReliabilityText.json(codes) : CodingReliabilityText.grid(codes).markdown)
    }
    let ratings =
      try code.map { try CodingReliability.ratings(desk, code: $0, isNested: nested, wave: wave) }
      ?? CodingReliability.ratings(desk, wave: wave)
    let reliability = Reliability(ratings, bootstrap: resampling)
    if json { return print(ReliabilityJSON.text(reliability)) }
    let tables = ReliabilityText.grids(reliability).map(\.markdown)
    print((tables + [MethodsParagraph.text(reliability)]).joined(separator: "\n\n"))
  }
}
