import Archive
import Diplomacy
import Workbench

/// What a statement would do, before it is kept.
struct PreviewPage: Page {
  static let template = "edit-preview"

  struct Field: Sendable {
    let name: String
    let value: String
  }

  struct Warning: Sendable {
    let text: String
    let link: Link?
  }

  let title: String
  let address = "/edit"
  /// What it is on: "flow masks: Chengdu gives masks to Łódź".
  let entity: String
  let isNew: Bool
  let statement: StatementView
  let source: String
  let replaced: StatementView?
  let reason: String?
  let warnings: [Warning]?
  let hindrance: String?
  let effect: EffectView?
  let fields: [Field]
  let proof: String
  /// Whether there is anything to keep.
  let isOpen: Bool
  var isLive: Bool { effect?.isWeighing ?? false }

  init(
    _ draft: Draft, _ edit: Edit, for session: Session, _ editor: Editor, _ record: Record,
    hindrance: Hindrance? = nil
  ) throws {
    guard case .record(let statement, let work, let replaced, let reason) = edit else {
      throw ObservatoryError.badAddress
    }
    let archive = record.archive
    let twins = try Twin.of(edit, in: archive)
    isOpen = !twins.contains { twin in
      switch twin {
      case .known: replaced == nil
      case .withdrawn: true
      case .samePlace, .alike: false
      }
    }
    title = replaced == nil ? "Add this statement?" : "Correct it so?"
    isNew = try !archive.holds(statement.entity)
    entity = "\(statement.entity.kind.rawValue) \(try record.title(of: statement.entity))".onPage
    self.statement = StatementView(statement)
    self.replaced = replaced.map { StatementView($0) }
    self.reason = replaced == nil ? nil : reason.onPage
    let name = try work?.title ?? archive.title(of: statement.source) ?? ""
    source = "\(name) [\(statement.source)]".onPage + (work == nil ? "" : ", a new source")
    warnings = try twins.map { try Self.warning($0, isCorrection: replaced != nil, record) }.unlessEmpty
    self.hindrance = hindrance?.text
    // One that cannot be written now need not be weighed again.
    effect =
      isOpen && hindrance == nil
      ? EffectView(
        try editor.weigh(edit, for: session, over: record),
        titles: [statement.entity: try record.title(of: statement.entity)]) : nil
    fields = draft.fields.map { Field(name: $0.name, value: $0.value) }
    proof = session.proof
  }

  private static func warning(_ twin: Twin, isCorrection: Bool, _ record: Record) throws -> Warning {
    func link(_ id: StatementID, _ text: String) throws -> Link? {
      try record.archive.logged(id).map { one in
        Link(address: try record.home(of: one.statement) + "#" + Address.part(id.text), text: text)
      }
    }
    switch twin {
    case .known(let id):
      return Warning(
        text: isCorrection
          ? "This is on record already, word for word: to keep it withdraws the other one, and no more."
          : "This is on record already, word for word. Nothing was recorded twice.",
        link: try link(id, "See it"))
    case .withdrawn(let id, let reason):
      return Warning(
        text:
          "This was on record, word for word, and is withdrawn: \(reason.onPage). To say it again does not bring it back; undo the batch that withdrew it.",
        link: try link(id, "See it"))
    case .samePlace(let id):
      let said = try record.archive.logged(id).map { StatementView($0) }
      let claims = (said?.claims ?? []).map { "\($0.property) \($0.value)" }.joined(separator: "; ")
      return Warning(
        text:
          "That place of that source is on record with: \(claims). Is this another statement, or a correction of it?",
        link: Link(address: Address.correcting(id.text), text: "Correct that one instead"))
    case .alike(let entity, let title):
      return Warning(
        text: "There is one like it on record: \(title) [\(entity.id)]. Is it the same?".onPage,
        link: Link(address: Address.adding(entity.kind, entity.id), text: "Add to that one instead"))
    }
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    {{#page.hindrance}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.hindrance}}
    {{#page.warnings}}<p class="trouble"><bdi>{{text}}</bdi>{{#link}} <a href="{{address}}">{{text}}</a>{{/link}}</p>{{/page.warnings}}
    <p class="lead"><bdi>{{page.entity}}</bdi>{{#page.isNew}} <span class="tag">new</span>{{/page.isNew}}</p>
    <ul class="statements">
    {{#page.replaced}}<li class="retracted"><b><bdi>{{locator}}</bdi></b> <span class="soft"><code>{{id}}</code>{{#.marks}} · {{.}}{{/.marks}}</span>
    <dl>{{#claims}}<dt>{{property}}</dt><dd><bdi>{{value}}</bdi></dd>{{/claims}}</dl>
    {{#page.reason}}<p class="soft">Withdrawn because: <bdi>{{.}}</bdi></p>{{/page.reason}}</li>{{/page.replaced}}
    {{#page.statement}}<li><b><bdi>{{locator}}</bdi></b> <span class="soft"><bdi>{{page.source}}</bdi>{{#.marks}} · {{.}}{{/.marks}}</span>
    <dl>{{#claims}}<dt>{{property}}</dt><dd><bdi>{{value}}</bdi></dd>{{/claims}}</dl>
    {{#.note}}<p class="soft"><bdi>{{.}}</bdi></p>{{/.note}}</li>{{/page.statement}}
    </ul>
    <form id="kept" class="decide" method="post" action="/edit/keep">
    <input type="hidden" name="proof" value="{{page.proof}}">
    {{#page.fields}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/page.fields}}
    {{#page.isOpen}}<button type="submit">Keep</button>{{/page.isOpen}}
    <button type="submit" class="other" formaction="/edit/statement">Back to the form</button>
    </form>
    {{#page.effect}}<section aria-labelledby="does">
    <h2 id="does">What it does</h2>
    <div id="effect"{{#isWeighing}} hx-post="/edit/preview" hx-include="#kept" hx-trigger="load delay:2s" hx-target="#effect" hx-select="#effect" hx-swap="outerHTML"{{/isWeighing}}>
    {{> effect}}
    {{#isWeighing}}<button type="submit" class="other" form="kept" formaction="/edit/preview">Look again</button>{{/isWeighing}}
    </div>
    </section>{{/page.effect}}
    {{/main}}{{/layout}}
    """
}

extension Record {
  /// What a thing is called, or else its identifier.
  func title(of entity: EntityReference) throws -> String {
    let title: String? =
      switch entity.kind {
      case .actor: try archive.labels(of: [entity.id])[entity.id]
      case .partnership, .event, .flow: try archive.titles(of: entity.kind, [entity.id])[entity.id]
      case .episode, .observation: nil
      }
    return title.map { "\($0) [\(entity.id)]" } ?? entity.id
  }
}
