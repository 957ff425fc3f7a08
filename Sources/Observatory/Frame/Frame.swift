import Archive
import Workbench

/// What stands around every page: its title, the way to the others, what it is made from.
struct Frame: Sendable {
  /// An entry of the navigation.
  struct Place: Sendable {
    let address: String
    let text: String
    let isHere: Bool
  }

  let title: String
  let address: String
  /// Whether pages show how to edit what is on them.
  let isEditing: Bool
  let places: [Place]
  let downloads: [Link]
  /// How to cite the page: what it is, and of which state of which archive.
  let citation: String
  let archive: String
  let policy: String
  let style: String
  let script: String
  let htmx: String?
  /// Scripts of the page's own.
  let scripts: [String]
  /// The addresses of what draws charts and the map of ties; nil on pages without, and where the engine is not installed.
  let drawing: Drawing?
  /// The outlines that it is drawn on.
  let outlines: String
  /// What is in the search field.
  let query: String

  struct Drawing: Sendable {
    let engine: String
    let scripts: [String]
  }

  init(_ page: some Page, of record: Record, version: String, assets: Assets) throws {
    title = page.title.inTitleBar
    address = page.address
    let path = page.address.prefix { $0 != "?" }
    isEditing = record.isEditing
    let edit = record.isEditing ? [Link(address: "/edit", text: "Edit")] : []
    let code = record.isCoding ? [Link(address: "/code", text: "Code")] : []
    places = (Section.all.compactMap(\.place) + edit + code).map {
      Place(address: $0.address, text: $0.text, isHere: $0.address == path)
    }
    downloads = page.downloads
    archive = record.name.onPage
    policy = try PolicyNote.text(for: record.archive)
    citation =
      "“\(page.title.inTitleBar)”, Entente, \(record.name.onPage), state \(version.prefix(12)), \(page.address)"
    style = assets.address(of: .style)
    script = assets.address(of: .script)
    htmx = page.isLive && assets.has(.htmx) ? assets.address(of: .htmx) : nil
    self.scripts = page.scripts.map(assets.address)
    let scripts = (page.hasCharts ? [Assets.Name.charts] : []) + (page.hasMap ? [.map] : [])
    drawing =
      !scripts.isEmpty && assets.has(.engine)
      ? Drawing(engine: assets.address(of: .engine), scripts: scripts.map(assets.address)) : nil
    outlines = assets.address(of: .world)
    query = (page as? SearchPage)?.query ?? ""
  }

  /// The templates that pages share.
  static let templates = [
    "layout": LayoutTemplate.text, "trouble": TroublePage.text, LostFormPage.template: LostFormPage.text,
    "contradictions": ContradictionView.template,
    "sources": SourceView.template, "edits": StatementLinks.template, "party": PartyView.template,
    "events": HappeningView.template,
    "facts": FactView.template, "fare": StudyRow.template, "choice": Choice.template, "jumps": Jump.template,
    "counts": TableView.template, "titled-grid": TitledGrid.template,
  ]
}
