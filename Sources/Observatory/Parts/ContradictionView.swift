import Archive
import Diplomacy

/// A contradiction as pages show it: the rivals side by side, each with where it stands.
struct ContradictionView: Sendable {
  struct Place: Sendable {
    let source: String
    /// The source's title.
    let title: String
    let locator: String
    let statement: String
  }

  struct Rival: Sendable {
    let value: String
    let places: [Place]
    /// "… and 12 more"; nil where all are shown.
    let more: String?
  }

  /// Its own page.
  let address: String
  let type: String
  /// "quantity of masks".
  let what: String
  let rule: String?
  let rivals: [Rival]

  private static let shown = 6

  init(_ contradiction: Contradiction, statements: [StatementID: LoggedStatement], titles: Titles) {
    address = Address.contradiction(contradiction.id)
    type = contradiction.type.rawValue
    let side = contradiction.side.map { " (\($0.onPage))" } ?? ""
    what =
      "\(contradiction.property)\(side) of \((titles.entities[contradiction.entity] ?? contradiction.entity.description).onPage)"
    rule = contradiction.rule == .statements ? nil : contradiction.rule.rawValue
    rivals = contradiction.rivals.map { rival in
      let places = rival.statements.prefix(Self.shown).map { id in
        let statement = statements[id]?.statement
        return Place(
          source: statement?.source.text.onPage ?? "computed",
          title: statement.flatMap { titles.sources[$0.source]?.onPage } ?? "",
          locator: statement?.locator.onPage ?? "", statement: id.text.onPage)
      }
      let more = rival.statements.count - places.count
      return Rival(
        value: rival.value.onPage, places: places, more: more > 0 ? "and \(more) more" : nil)
    }
  }

  static let template = """
    {{#contradictions}}
    <article class="contest" aria-label="Contradiction">
    <h3><span class="tag">{{type}}</span> <a href="{{address}}"><bdi>{{what}}</bdi></a></h3>
    {{#.rule}}<p class="soft">found by the rule {{.}}</p>{{/.rule}}
    <ul class="rivals">
    {{#rivals}}<li><b><bdi>{{value}}</bdi></b>
    <ul>{{#places}}<li class="soft"><cite title="{{title}}"><bdi>{{source}}</bdi></cite>, <a href="#{{statement}}"><bdi>{{locator}}</bdi></a></li>{{/places}}</ul>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}</li>
    {{/rivals}}
    </ul>
    </article>
    {{/contradictions}}
    """
}
