import Archive
import Diplomacy
import Workbench

/// Something that is to be taken out of the record, for a reason: a statement, or a batch whole.
struct ReasonPage: Page {
  static let template = "edit-reason"

  /// How long a reason may be, in Unicode scalars.
  static let longest = 1000

  enum Matter: Sendable {
    case withdrawal(LoggedStatement)
    case undoing(LoggedBatch)
  }

  let title: String
  let address: String
  /// Where the form goes.
  let action: String
  let lead: String
  let field: PreviewPage.Field
  let statement: StatementView?
  let reason: String
  let coder: String
  let verb: String
  let effect: EffectView
  let proof: String
  let trouble: String?
  var isLive: Bool { effect.isWeighing }

  init(
    _ matter: Matter, reason: String, coder: String, _ weighed: Editor.Weighed, proof: String,
    trouble: String?,
    _ record: Record
  ) throws {
    (self.reason, self.coder, self.proof, self.trouble) = (reason, coder, proof, trouble)
    var titles: [EntityReference: String] = [:]
    switch matter {
    case .withdrawal(let logged):
      let (statement, entity) = (logged.statement, logged.statement.entity)
      title = "Withdraw this statement?"
      action = "/edit/withdraw"
      address = Address.withdrawing(statement.id.text)
      lead = "\(entity.kind.rawValue) \(try record.title(of: entity))".onPage
      field = PreviewPage.Field(name: "statement", value: statement.id.text)
      self.statement = StatementView(logged)
      verb = "Withdraw"
      titles[entity] = try record.title(of: entity)
    case .undoing(let batch):
      title = "Undo batch \(batch.number)?"
      action = "/edit/undo"
      address = Address.undoing(batch.number)
      lead =
        "\(batch.title), \(batch.recordedAt.prefix(16).replacing("T", with: " ")) UTC. What only it brought goes from the record, and what it withdrew comes back."
      field = PreviewPage.Field(name: "batch", value: "\(batch.number)")
      statement = nil
      verb = "Undo"
    }
    effect = EffectView(weighed, titles: titles)
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead"><bdi>{{page.lead}}</bdi></p>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.statement}}<ul class="statements"><li{{#.retraction}} class="retracted"{{/.retraction}}><b><bdi>{{locator}}</bdi></b> <span class="soft"><code>{{id}}</code>{{#.marks}} · {{.}}{{/.marks}}</span>
    <dl>{{#claims}}<dt>{{property}}</dt><dd><bdi>{{value}}</bdi></dd>{{/claims}}</dl>
    {{#.note}}<p class="soft"><bdi>{{.}}</bdi></p>{{/.note}}</li></ul>{{/page.statement}}
    <form class="ask" method="post" action="{{page.action}}">
    <input type="hidden" name="proof" value="{{page.proof}}">
    {{#page.field}}<input type="hidden" name="{{name}}" value="{{value}}">{{/page.field}}
    <label class="wide" for="reason">Why (it stays in the log)<input id="reason" name="reason" value="{{page.reason}}" required maxlength="1000"></label>
    <label for="coder">Who you are<input id="coder" name="coder" value="{{page.coder}}" maxlength="1000"></label>
    <button type="submit">{{page.verb}}</button>
    </form>
    <section aria-labelledby="does">
    <h2 id="does">What it does</h2>
    {{#page.effect}}<div id="effect"{{#isWeighing}} hx-get="{{page.address}}" hx-trigger="load delay:2s" hx-target="#effect" hx-select="#effect" hx-swap="outerHTML"{{/isWeighing}}>
    {{> effect}}
    {{#isWeighing}}<p><a href="{{page.address}}">Look again</a></p>{{/isWeighing}}
    </div>{{/page.effect}}
    </section>
    {{/main}}{{/layout}}
    """
}
