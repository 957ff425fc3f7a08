import ArgumentParser
import Workbench

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how an entity came to be known: each batch that touched it, and what it made of it.",
    discussion: """
      For each batch: what it says and where that stands, what the resolved values became (⇒), what was contested by it, and what \
      was retracted or undone, when, why and by whom. Of entities that are gone from the record, too.

      entente history ev-083/masks
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false
  @Argument(help: "An identifier or a name.") var name: [String]

  func run() throws {
    let store = try archive.openForReading()
    let text = name.joined(separator: " ")
    guard let entity = try store.everKnown(as: text).first ?? store.entity(named: text) else {
      throw WorkbenchError.notFound(
        text, near: try store.find(text, limit: 5).map { "\($0.title) [\($0.id)]" })
    }
    let history = HistoryText(entity, try store.history(of: entity))
    print(json ? history.json : history.text)
  }
}
