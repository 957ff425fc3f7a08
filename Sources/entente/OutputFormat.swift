import ArgumentParser
import Interchange
import Workbench

/// How a table is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, csv, json, html
}

/// `--format`, and `--json` for short.
struct FormatOption: ParsableArguments {
  @Option(help: "markdown, csv, json or html.") var format = OutputFormat.markdown
  @Flag(help: "The same as --format json.") var json = false

  var chosen: OutputFormat { json ? .json : format }

  /// The table in the chosen format, without a line end after the last line; `json` gives its JSON.
  func render(_ grid: Grid, json: () throws -> String) rethrows -> String {
    switch chosen {
    case .markdown: grid.markdown
    case .csv: String(grid.csv.dropLast())
    case .html: grid.html
    case .json: try json()
    }
  }
}
