import Archive
import Chronology
import Diplomacy
import Workbench

/// All that is on record of an actor.
struct ActorPage: Page {
  static let template = "actor"

  /// A partnership of the actor, seen from its side.
  struct Tie: Sendable {
    let link: Link
    let partners: [PartyView]
    /// Nil where nothing is said, as with what happened to it.
    let kind: String?
    let episodes: [String]?
    let facts: [FactView]
  }

  /// What it lies within.
  struct Place: Sendable {
    let link: Link
    let kind: String
    /// "possibly, 1985/1997"; nil when there is no doubt and no date.
    let mark: String?
  }

  /// One of its partners, and with whom that is partnered besides.
  struct Partner: Sendable {
    let link: Link
    let partnerships: String
    let others: [Link]
    let hasMore: Bool
  }

  let title: String
  let address: String
  /// Where those who may can say more of it.
  let add: String
  let downloads: [Link]
  let id: String
  let facts: [FactView]
  let places: [Place]
  /// Nil where there is none, as with those below.
  let ties: [Tie]?
  let tieCount: String
  /// Which of them these are, where they are not all.
  let span: String?
  let previous: String?
  let next: String?
  let partners: [Partner]?
  let events: [HappeningView]?
  let eventCount: String
  let moreEvents: String?
  let contradictions: [ContradictionView]?
  let contradictionCount: String
  let sources: [SourceView]
  /// Where the chart of its partnerships is; nil where nothing of them is dated.
  let timeline: String?
  let chartLabel: String
  var hasCharts: Bool { timeline != nil }

  /// - Parameter first: how many of its partnerships stand on the pages before.
  init(_ dossier: Dossier, from first: Int = 0, _ circle: PartnerCircle, titles: Titles) {
    title = dossier.title.onPage
    address = Address.actor(dossier.entity.id)
    add = Address.adding(.actor, dossier.entity.id)
    let data = "/api/v1/actors/" + Address.part(dossier.entity.id)
    downloads =
      Link.data(Self.address(data, from: first)) + [
        Link(address: Self.address(data + "/timeline", from: first), text: "Chart (Vega-Lite)")
      ]
    id = dossier.entity.id.onPage
    facts = dossier.facts.filter { $0.label != "within" }.map(FactView.init)
    places = dossier.nestings.reversed().map { nesting in
      let doubts = (nesting.isCertain ? [] : ["possibly"]) + [nesting.during].compactMap(\.self)
      return Place(
        link: Link(address: Address.actor(nesting.within.id), text: nesting.within.text.onPage),
        kind: nesting.kind.onPage, mark: doubts.isEmpty ? nil : doubts.joined(separator: ", ").onPage)
    }
    let own = dossier.entity.id
    ties = dossier.ties.map { Self.tie($0, of: own) }.unlessEmpty
    tieCount = dossier.tieCount.of("partnership")
    let last = first + dossier.ties.count
    span =
      dossier.ties.count == dossier.tieCount || dossier.ties.isEmpty
      ? nil : "\(first + 1) to \(last) of \(tieCount), the earliest first"
    previous = first == 0 ? nil : Self.address(address, from: max(0, first - Record.page))
    next = last < dossier.tieCount ? Self.address(address, from: last) : nil
    partners =
      circle.partners.map { partner in
        Partner(
          link: Link(address: Address.actor(partner.actor.id), text: partner.actor.text.onPage),
          partnerships: partner.partnerships.of("partnership"),
          others: partner.others.map { Link(address: Address.actor($0.id), text: $0.text.onPage) },
          hasMore: partner.hasMore)
      }.unlessEmpty
    events = dossier.happenings.reversed().map { HappeningView($0) }.unlessEmpty
    eventCount = dossier.happeningCount.of("event")
    moreEvents =
      dossier.happenings.count == dossier.happeningCount
      ? nil : "These are the latest \(dossier.happenings.count) of \(eventCount)."
    let statements = Dictionary(dossier.statements.map { ($0.statement.id, $0) }) { first, _ in first }
    contradictions =
      dossier.contradictions.map {
        ContradictionView($0, statements: statements, titles: titles)
      }.unlessEmpty
    contradictionCount = dossier.contradictions.count.of("contradiction")
    sources = SourceView.all(dossier.statements, titles: titles)
    timeline = Timeline(dossier).isEmpty ? nil : Self.address(data + "/timeline", from: first)
    chartLabel = "Partnerships of \(title) in time. The table below has the same."
  }

  private static func tie(_ tie: Dossier.Tie, of actor: String) -> Tie {
    let others = tie.parties.filter { party in !party.actors.contains { $0.id == actor } }
    return Tie(
      link: Link(address: Address.partnership(tie.id), text: tie.title.onPage),
      partners: others.map { PartyView($0.actors, role: nil) },
      kind: tie.facts.first { $0.label == "kind" }?.value.onPage,
      episodes: tie.episodes.map { $0.description.onPage }.unlessEmpty,
      facts: tie.facts.filter { !["kind", "established", "ended", "census"].contains($0.label) }.map(
        FactView.init))
  }

  private static func address(_ address: String, from first: Int) -> String {
    Address.asking(address, [("from", first == 0 ? nil : String(first))])
  }
}
