import ArgumentParser
import Discourse
import Interchange
import Workbench

struct CodeSuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest codes, by a dictionary or by what was learned from the documents that people coded.",
    discussion: """
      With --dictionary (LIWC .dic, Yoshikoder .ykd, YAML, CSV) each match is listed with its category, pattern, words and place.

      Without it, each code of the codebook is learned from the documents that people coded (what was decided, else what most coders said) by a linear \
      support vector machine, and suggested of the others. Precision, recall and F1 are of documents held out; shares of the others are corrected \
      for the error found. Copies of one text make them look better than they are: --without-copies leaves them out. Of a code with fewer than \(SuggestionRule.fewest) documents that have it, or have it not, nothing is said.

      Nothing that is suggested is stored. CSV lists the suggestions; with --summary, the codes.

      entente code suggest news --dictionary themes.dic --format csv > matches.csv
      entente code suggest news --codebook themes --seed 7
      """)

  @OptionGroup var desk: DeskOption
  @OptionGroup var output: FormatOption
  @OptionGroup var choice: DocumentChoice
  @Option(help: "A dictionary, by which is suggested.", completion: .file()) var dictionary: String?
  @Flag(help: "With a dictionary: tell words with accents from those without.") var accents = false
  @Option(help: "Codes, with semicolons between: ids, paths or names. (default: all of the codebook)")
  var codes: String?
  @Option(help: "In how many parts documents are held out.") var folds = 5
  @Option(help: "LIBLINEAR's C: the higher, the closer it keeps to the examples.") var cost = 1.0
  @Option(help: "The least probability of what is suggested.") var threshold = 0.5
  @Option(help: "Of the parts and resamples: the same seed gives the same figures.") var seed: UInt64 = 1
  @Option(help: "How many resamples the intervals of shares are made of; 0 for no intervals.")
  var bootstrap = 1000
  @Option(
    help:
      "At most so many suggestions, of each code. (default: 20 in a table to be read, all in CSV and JSON)")
  var limit: Int?
  @Flag(help: "Only what was learned, a row a code.") var summary = false

  func validate() throws {
    guard dictionary == nil || (desk.codebook == nil && codes == nil && !summary) else {
      throw ValidationError(
        "--dictionary has categories of its own: leave --codebook, --codes and --summary out.")
    }
    guard dictionary != nil || !accents else { throw ValidationError("--accents goes with --dictionary.") }
    try checked("--folds", folds, 2...10, "parts")
    try checked("--bootstrap", bootstrap, 0...100_000, "resamples")
    try checked("--limit", limit ?? 0, 0...10_000_000, "suggestions")
    guard cost > 0, cost <= 1e6 else {
      throw ValidationError("--cost '\(cost)': expected a number above 0, and 1,000,000 at most.")
    }
    guard threshold > 0, threshold < 1 else {
      throw ValidationError("--threshold '\(threshold)': expected a probability between 0 and 1.")
    }
    guard seed <= UInt64(Int64.max) else {
      throw ValidationError("--seed '\(seed)': expected 0 to \(Int64.max).")
    }
  }

  func run() throws {
    let line = ProgressLine(desk.corpus)
    defer { line.clear() }
    let store = try desk.archive.openForReading()
    let texts = try choice.texts(of: desk.corpus, store)
    let shown = limit ?? ([.csv, .json].contains(output.chosen) ? nil : 20)
    if let dictionary {
      let (file, name) = try DictionaryFiles.read(dictionary)
      let found = try DictionarySuggestions(
        file, name, in: texts, limit: shown, isAccented: accents, progress: line.show)
      line.clear()
      return print(output.render(found.grid) { found.json.text(pretty: true) })
    }
    var rule = SuggestionRule()
    (rule.folds, rule.cost, rule.threshold, rule.seed) = (folds, cost, threshold, seed)
    let found = try CodeSuggestions(
      try desk.desk(store), codes: codes?.split(separator: ";").map { $0.trimmingSpaces() }, in: texts,
      rule: rule, resamples: bootstrap, progress: line.show)
    line.clear()
    print(text(found, shown))
  }

  private func text(_ found: CodeSuggestions, _ limit: Int?) -> String {
    let (codes, suggestions) = (
      CodeSuggestionsText.summary(found), CodeSuggestionsText.suggestions(found, limit: limit)
    )
    switch output.chosen {
    case .json: return CodeSuggestionsText.json(found, limit: summary ? 0 : limit).text(pretty: true)
    case .csv: return output.render(summary ? codes : suggestions) { "" }
    case .markdown, .html:
      let tables = summary || suggestions.rows.isEmpty ? [codes] : [codes, suggestions]
      return tables.map { table in output.render(table) { "" } }.joined(separator: "\n\n")
    }
  }
}
