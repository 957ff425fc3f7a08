public import ArgumentParser
public import Discourse
import Interchange
import Workbench

struct Agree: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how far coders agree: reliability of any table of ratings. Needs no archive.",
    discussion: """
      FILE is CSV of any dialect, or XLSX. It is wide: the first column is the unit, each other column a coder, and an empty cell \
      no rating. Or long, a row a rating: --long UNIT,CODER,VALUE. Or, with --counts, a column a category whose cells are how many \
      coders chose it.

      Prints Krippendorff’s α, Fleiss’s and Cohen’s κ, Scott’s π, Gwet’s AC1 and AC2, Brennan–Prediger, Holsti and percent agreement, \
      with bootstrap intervals; who disagrees with whom on what; and a paragraph for the methods section. What is undefined says why.

      entente agree ratings.csv --level ordinal
      entente agree codings.csv --long article,coder,theme --json
      entente agree groups.csv --unit Subject+Group --coders Ann,Ben --missing NA
      """)

  @Argument(help: ArgumentHelp("A table of ratings.", valueName: "file"), completion: .file()) var path:
    String
  @Option(help: "nominal, ordinal, interval or ratio: what the values are.") var level = Level.nominal
  @Option(help: "The columns of the unit, the coder and the value, with commas between: a row is a rating.")
  var long: String?
  @Option(help: "The columns of categories, with commas between: a cell is how many coders chose it.")
  var counts: String?
  @Option(help: "The column that tells the units, or several with + between. (default: the first)")
  var unit: String?
  @Option(
    help:
      "The columns of the coders, with commas between. Without --unit, each row is then a unit of its own.")
  var coders: String?
  @Option(
    help:
      "All values that there are, with commas between, from the lowest to the highest. (default: those found)"
  )
  var categories: String?
  @Option(help: "Cells that are no rating, with commas between, as NA,99.") var missing: String?
  @Option(help: "The sheet of a workbook.") var sheet: String?
  @Option(help: "How many resamples the intervals are made of; 0 for no intervals.") var bootstrap = 1000
  @Option(help: "Of the resamples: the same seed gives the same intervals.") var seed: UInt64 = 1
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    let shapes = [long != nil, counts != nil, coders != nil].count { $0 }
    guard shapes <= 1, long == nil || unit == nil else {
      throw ValidationError("Give one of --long, --counts and --coders; --unit goes with the last two only.")
    }
    guard (0...1_000_000).contains(bootstrap) else {
      throw ValidationError("--bootstrap '\(bootstrap)': expected 0 to 1,000,000 resamples.")
    }
    guard seed <= UInt64(Int64.max) else {
      throw ValidationError("--seed '\(seed)': expected 0 to \(Int64.max).")
    }
  }

  func run() throws {
    let file = RatingsFile(
      shape: try shape, level: level, categories: categories.map(RatingsShape.names),
      missing: Set(missing.map(RatingsShape.names) ?? []), dialect: Dialect(sheet: sheet))
    let reliability = Reliability(
      try file.read(path),
      bootstrap: bootstrap > 0 ? Bootstrap(resamples: bootstrap, seed: seed) : nil)
    if json { return print(ReliabilityJSON.text(reliability)) }
    let tables = ReliabilityText.grids(reliability).map(\.markdown)
    print((tables + [MethodsParagraph.text(reliability)]).joined(separator: "\n\n"))
  }

  private var shape: RatingsShape {
    get throws {
      if let long { return try RatingsShape(long: long) }
      if let counts { return .counts(unit: unit, categories: RatingsShape.names(counts)) }
      return .wide(unit: unit, coders: coders.map(RatingsShape.names))
    }
  }
}

extension Level: ExpressibleByArgument {}
