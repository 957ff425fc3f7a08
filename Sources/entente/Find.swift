import ArgumentParser
import Interchange
import Workbench

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search names, labels, titles and sources.",
    discussion: """
      Case and accents do not matter: Lodz finds Łódź. Chinese is found by substring. Every word must be there; the last may be a \
      beginning. Exits with 1 when nothing is found.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption
  @Option(help: "At most so many.") var limit = 50
  @Argument(help: "Words.") var text: [String]

  func run() throws {
    let store = try lens.look(at: archive.openForReading())
    let matches = try store.find(text.joined(separator: " "), limit: limit)
    let grid = Grid(
      header: ["kind", "id", "title"], rows: matches.map { [$0.kind, $0.id, $0.title] },
      notes: try LensOption.notes(on: store))
    print(
      output.render(grid) {
        JSON.array(
          matches.map {
            .object([
              .init("kind", .string($0.kind)), .init("id", .string($0.id)), .init("title", .string($0.title)),
            ])
          }
        ).text(pretty: true)
      })
    if matches.isEmpty { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
