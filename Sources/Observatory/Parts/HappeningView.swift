import Archive

/// Someone who takes part, with a link to each who it may be.
struct PartyView: Sendable {
  /// The first without, the others with the word before them.
  struct Person: Sendable {
    let link: Link
    let isAlternative: Bool
  }

  let people: [Person]
  /// "donor", "cn"; nil where nothing is said.
  let role: String?

  init(_ actors: [Dossier.Named], role: String?) {
    people = actors.enumerated().map { index, actor in
      Person(
        link: Link(address: Address.actor(actor.id), text: actor.text.onPage), isAlternative: index > 0)
    }
    self.role = role?.onPage
  }

  static let template = """
    {{#people}}{{#isAlternative}} or {{/isAlternative}}<a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>{{/people}}\
    {{#.role}} <span class="soft">({{.}})</span>{{/.role}}
    """
}

/// An event as pages show it, with what moved in it.
struct HappeningView: Sendable {
  let id: String
  let date: String
  let type: String
  let title: String
  let participants: [PartyView]
  let flows: [String]
  let outcome: String?
  let isOpen: Bool
  /// Where those who may can say more of it.
  let add: String

  /// - Parameter isOpen: whether it only may be one of those asked for.
  init(_ event: Dossier.Happening, isOpen: Bool = false) {
    self.isOpen = isOpen
    id = event.id.onPage
    add = Address.adding(.event, event.id)
    date = event.date.isEmpty ? "undated" : event.date.onPage
    type = event.type.onPage
    title = event.title.onPage
    participants = event.participants.map { PartyView($0.actors, role: $0.role) }
    flows = event.flows.map { $0.description.onPage }
    outcome = event.outcome.isEmpty ? nil : event.outcome.onPage
  }

  static let template = """
    <ol class="events">
    {{#events}}<li id="{{id}}"><span class="date">{{date}}</span>
    <div><b><bdi>{{title}}</bdi></b> <span class="tag">{{type}}</span>{{#isOpen}} <span class="tag">possibly</span>{{/isOpen}}
    <ul class="inline">{{#participants}}<li>{{> party}}</li>{{/participants}}</ul>
    {{#flows}}<p class="flow"><bdi>{{.}}</bdi></p>{{/flows}}
    {{#.outcome}}<p class="soft">→ {{.}}</p>{{/.outcome}}\
    {{#frame.isEditing}}<p class="edits"><a href="{{add}}">Add a statement</a></p>{{/frame.isEditing}}</div></li>
    {{/events}}
    </ol>
    """
}
