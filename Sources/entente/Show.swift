import ArgumentParser
import Workbench

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that is on record of an actor, a partnership, an event or an observation.",
    discussion: """
      Name it by its identifier, or an actor by name, code or alias: entente show Lodz; entente show it-emilia-romagna; \
      entente show pl-lodz+cn-chengdu

      entente show Lodz --policy all prints what its contested values come to under each policy.

      Of an actor with over \(Self.usual) partnerships or events the earliest partnerships and the latest events are shown, with \
      their statements; with --all, and as JSON, all of them.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false
  @Flag(help: "Show every partnership and event, however many.") var all = false
  @Argument(help: "An identifier or a name.") var name: [String]

  /// How many partnerships and events of an actor a person is shown unasked.
  private static let usual = 200

  func run() throws {
    let store = try lens.lookBeforeDeciding(at: archive.openForReading())
    let text = name.joined(separator: " ")
    guard let entity = try store.entity(named: text),
      let dossier = try store.dossier(
        of: entity, atMost: all || json || lens.isEveryPolicy ? nil : Self.usual)
    else {
      throw WorkbenchError.notFound(
        text, near: try store.find(text, limit: 5).map { "\($0.title) [\($0.id)]" })
    }
    if lens.isEveryPolicy {
      let values = try ContestedValues(dossier, in: store)
      print(json ? values.json : values.grid.markdown)
    } else {
      let text = DossierText(dossier, through: try store.lens())
      print(json ? text.json : text.text)
    }
  }
}
