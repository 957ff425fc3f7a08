import Archive
import Diplomacy

/// All that is on record of a partnership.
struct PartnershipPage: Page {
  static let template = "partnership"

  /// A dated change, with the label that each side gives.
  struct Episode: Sendable {
    struct Label: Sendable {
      let side: String?
      let text: String
    }

    let date: String
    let type: String
    let labels: [Label]
  }

  let title: String
  let address: String
  let downloads: [Link]
  let id: String
  let parties: [PartyView]
  let facts: [FactView]
  let episodes: [Episode]
  /// The wider partnership that it stands under, and those that stand under it; nil where there are none.
  let above: [Link]?
  let below: [Link]?
  let events: [HappeningView]
  let contradictions: [ContradictionView]
  let sources: [SourceView]

  init(_ dossier: Dossier, titles: [EntityReference: String]) {
    title = dossier.title.onPage
    address = Address.partnership(dossier.entity.id)
    let data = "/api/v1/partnerships/" + Address.part(dossier.entity.id)
    downloads = [Link(address: data, text: "JSON"), Link(address: data + "?format=csv", text: "CSV")]
    id = dossier.entity.id.onPage
    let own = dossier.ties.first { $0.place == .own }
    parties = (own?.parties ?? []).map { PartyView($0.actors, role: $0.side) }
    facts = dossier.facts.filter { !["stands under", "under it"].contains($0.label) }.map(FactView.init)
    episodes = (own?.episodes ?? []).map { episode in
      Episode(
        date: (episode.date ?? "undated").onPage, type: episode.type.onPage,
        labels: episode.labels.map { Episode.Label(side: $0.side?.onPage, text: $0.text.onPage) })
    }
    above = Self.links(dossier.ties, .above)
    below = Self.links(dossier.ties, .below)
    events = dossier.happenings.reversed().map(HappeningView.init)
    let statements = Dictionary(dossier.statements.map { ($0.statement.id, $0) }) { first, _ in first }
    contradictions = dossier.contradictions.map {
      ContradictionView($0, statements: statements, title: titles[$0.entity])
    }
    sources = SourceView.all(dossier.statements)
  }

  private static func links(_ ties: [Dossier.Tie], _ place: Dossier.Tie.Place) -> [Link]? {
    let links = ties.filter { $0.place == place }.map {
      Link(address: Address.partnership($0.id), text: $0.title.onPage)
    }
    return links.isEmpty ? nil : links
  }
}
