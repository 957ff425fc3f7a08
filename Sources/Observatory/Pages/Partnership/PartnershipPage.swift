import Archive
import Diplomacy
import Workbench

/// All that is on record of a partnership.
struct PartnershipPage: Page {
  static let template = "partnership"

  /// A dated change, with the label that each side gives.
  struct Episode: Sendable {
    struct Label: Sendable {
      let side: String?
      let text: String
      /// "rung 3 of 8, strategic partnership (the survey's ladder)", for each ladder that ranks it.
      let rungs: [String]
    }

    let date: String
    let type: String
    let labels: [Label]
  }

  let title: String
  let address: String
  /// Where those who may can say more of it.
  let add: String
  let downloads: [Link]
  let id: String
  let parties: [PartyView]
  let facts: [FactView]
  /// Nil where there is none, as with those below.
  let episodes: [Episode]?
  /// The wider partnership that it stands under, and those that stand under it.
  let above: [Link]?
  let below: [Link]?
  let events: [HappeningView]?
  let contradictions: [ContradictionView]?
  let sources: [SourceView]

  init(_ dossier: Dossier, _ ladder: LadderSteps, titles: Titles) {
    title = dossier.title.onPage
    address = Address.partnership(dossier.entity.id)
    add = Address.adding(.partnership, dossier.entity.id)
    let data = "/api/v1/partnerships/" + Address.part(dossier.entity.id)
    downloads = Link.data(data)
    id = dossier.entity.id.onPage
    let own = dossier.ties.first { $0.place == .own }
    parties = (own?.parties ?? []).map { PartyView($0.actors, role: $0.side) }
    facts = dossier.facts.filter { !["stands under", "under it"].contains($0.label) }.map(FactView.init)
    episodes =
      (own?.episodes ?? []).map { episode in
        Episode(
          date: (episode.date ?? "undated").onPage, type: episode.type.onPage,
          labels: episode.labels.map { Self.label($0, ladder) })
      }.unlessEmpty
    above = Self.links(dossier.ties, .above)
    below = Self.links(dossier.ties, .below)
    events = dossier.happenings.reversed().map { HappeningView($0) }.unlessEmpty
    let statements = Dictionary(dossier.statements.map { ($0.statement.id, $0) }) { first, _ in first }
    contradictions =
      dossier.contradictions.map {
        ContradictionView($0, statements: statements, titles: titles)
      }.unlessEmpty
    sources = SourceView.all(dossier.statements, titles: titles)
  }

  private static func label(_ label: Dossier.Episode.Label, _ ladder: LadderSteps) -> Episode.Label {
    Episode.Label(
      side: label.side?.onPage, text: label.text.onPage,
      rungs: ladder.steps(of: label.text).map { step in
        "rung \(step.position) of \(step.height), \(step.rung.onPage) (\(step.title.onPage))"
      })
  }

  private static func links(_ ties: [Dossier.Tie], _ place: Dossier.Tie.Place) -> [Link]? {
    ties.filter { $0.place == place }.map {
      Link(address: Address.partnership($0.id), text: $0.title.onPage)
    }.unlessEmpty
  }
}
