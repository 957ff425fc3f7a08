import Archive
import Chronology
import Diplomacy
import Workbench

/// An actor on one printed page: to know a partner before the meeting.
struct BriefingPage: Page {
  static let template = "briefing"

  struct Kind: Sendable {
    let kind: String
    let count: String
  }

  struct Tie: Sendable {
    let link: Link
    let kind: String?
    /// What happened to it last; nil where nothing is on record.
    let latest: String?
  }

  struct Contest: Sendable {
    let link: Link
    let rivals: String
  }

  struct Origin: Sendable {
    let title: String
    let count: String
  }

  /// How many of each fit on a page.
  private enum Room {
    static let ties = 8
    static let partners = 8
    static let others = 4
    static let events = 5
    static let contradictions = 3
    static let sources = 5
  }

  let title: String
  let address: String
  let actor: Link
  let facts: [FactView]
  let places: [Link]
  let tieCount: String
  /// Of those that it or what lies within it has, by kind.
  let kinds: [Kind]?
  let ties: [Tie]?
  let restOfTies: String?
  let partners: [ActorPage.Partner]?
  let events: [HappeningView]?
  let restOfEvents: String?
  let contests: [Contest]?
  let restOfContests: String?
  let sources: [Origin]?

  init(
    _ dossier: Dossier, _ circle: PartnerCircle, kinds: [(kind: String?, count: Count)], titles: Titles
  ) {
    actor = Link(address: Address.actor(dossier.entity.id), text: dossier.title.onPage)
    title = "Briefing: \(dossier.title.onPage)"
    address = actor.address + "/briefing"
    facts = dossier.facts.filter { $0.label != "within" }.map(FactView.init)
    places = dossier.nestings.reversed().map {
      Link(address: Address.actor($0.within.id), text: $0.within.text.onPage)
    }
    tieCount = dossier.tieCount.of("partnership")
    self.kinds =
      kinds.map { kind, count in
        Kind(kind: kind?.onPage ?? Dimension.unknown, count: count.description.withGroupedDigits)
      }.unlessEmpty
    ties =
      dossier.ties.sorted { Self.latest($0) > Self.latest($1) }.prefix(Room.ties).map(Self.tie)
      .unlessEmpty
    restOfTies = Self.rest(dossier.tieCount, Room.ties, "partnership")
    partners =
      circle.partners.prefix(Room.partners).map { partner in
        ActorPage.Partner(
          link: Link(address: Address.actor(partner.actor.id), text: partner.actor.text.onPage),
          partnerships: partner.partnerships.of("partnership"),
          others: partner.others.prefix(Room.others).map {
            Link(address: Address.actor($0.id), text: $0.text.onPage)
          }, hasMore: partner.hasMore || partner.others.count > Room.others)
      }.unlessEmpty
    events = dossier.happenings.suffix(Room.events).reversed().map { HappeningView($0) }.unlessEmpty
    restOfEvents = Self.rest(dossier.happeningCount, Room.events, "event")
    contests =
      dossier.contradictions.prefix(Room.contradictions).map { contradiction in
        let of = titles.entities[contradiction.entity] ?? contradiction.entity.description
        return Contest(
          link: Link(
            address: Address.contradiction(contradiction.id),
            text: "\(contradiction.property) of \(of)".onPage),
          rivals: contradiction.rivals.map(\.value).joined(separator: " or ").onPage)
      }.unlessEmpty
    restOfContests = Self.rest(dossier.contradictions.count, Room.contradictions, "contradiction")
    sources =
      SourceView.all(dossier.statements, titles: titles).prefix(Room.sources).map {
        Origin(title: $0.title.isEmpty ? $0.id : $0.title, count: $0.count)
      }.unlessEmpty
  }

  private static func tie(_ tie: Dossier.Tie) -> Tie {
    Tie(
      link: Link(address: Address.partnership(tie.id), text: tie.title.onPage),
      kind: tie.facts.first { $0.label == "kind" }?.value.onPage,
      latest: tie.episodes.last?.description.onPage
        ?? tie.facts.first { $0.label == "established" }.map { "established \($0.value)".onPage })
  }

  /// When something last happened to it; what is undated comes last.
  private static func latest(_ tie: Dossier.Tie) -> String {
    let dates =
      tie.episodes.compactMap(\.latest) + tie.facts.filter { $0.label == "last evidence" }.map(\.value)
    return dates.max() ?? tie.facts.first { $0.label == "established" }?.value ?? ""
  }

  private static func rest(_ count: Int, _ shown: Int, _ noun: String) -> String? {
    count > shown ? "and \((count - shown).of(noun)) more" : nil
  }
}

enum BriefingTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <article class="briefing">
    <nav class="crumbs" aria-label="Where it sits">{{#page.places}}<a href="{{address}}"><bdi>{{text}}</bdi></a> <span aria-hidden="true">▸</span> {{/page.places}}<a href="{{page.actor.address}}">all that is on record</a></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page}}{{> facts}}{{/page}}
    <section aria-labelledby="partnerships">
    <h2 id="partnerships">{{page.tieCount}} of its own</h2>
    <p class="soft">By kind, with what lies within it:</p>
    {{#page.kinds}}<span class="pill"><bdi>{{kind}}</bdi> {{count}}</span> {{/page.kinds}}
    {{^page.ties}}<p class="soft">None on record.</p>{{/page.ties}}
    <ul class="plain">{{#page.ties}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>{{#.kind}}, {{.}}{{/.kind}}{{#.latest}} <span class="soft"><bdi>{{.}}</bdi></span>{{/.latest}}</li>{{/page.ties}}</ul>
    {{#page.restOfTies}}<p class="soft">{{.}}</p>{{/page.restOfTies}}
    </section>
    <section aria-labelledby="circle">
    <h2 id="circle">Its partners, and theirs</h2>
    {{^page.partners}}<p class="soft">None on record.</p>{{/page.partners}}
    <ul class="plain">{{#page.partners}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft">{{partnerships}}{{#others}}; <bdi>{{text}}</bdi>{{/others}}{{#hasMore}}; …{{/hasMore}}</span></li>{{/page.partners}}</ul>
    </section>
    <section class="wide" aria-labelledby="events">
    <h2 id="events">Latest events</h2>
    {{#page}}{{> events}}{{/page}}
    {{^page.events}}<p class="soft">None on record.</p>{{/page.events}}
    {{#page.restOfEvents}}<p class="soft">{{.}}</p>{{/page.restOfEvents}}
    </section>
    <section aria-labelledby="contested">
    <h2 id="contested">Contested</h2>
    {{^page.contests}}<p class="soft">Nothing on record is contested.</p>{{/page.contests}}
    <ul class="plain">{{#page.contests}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>: <bdi>{{rivals}}</bdi></li>{{/page.contests}}</ul>
    {{#page.restOfContests}}<p class="soft">{{.}}</p>{{/page.restOfContests}}
    </section>
    <section aria-labelledby="sources">
    <h2 id="sources">Rests on</h2>
    {{^page.sources}}<p class="soft">No statement.</p>{{/page.sources}}
    <ul class="plain">{{#page.sources}}<li><bdi>{{title}}</bdi> <span class="soft">{{count}}</span></li>{{/page.sources}}</ul>
    </section>
    </article>
    {{/main}}{{/layout}}
    """
}
