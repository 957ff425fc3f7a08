import Archive
import Chronology
import Diplomacy
import Workbench

/// Where editing begins: what can be added, what was changed lately, and what is watched.
struct EditPage: Page {
  static let template = "edit"

  /// A batch, as a row.
  struct Change: Sendable {
    let number: String
    let moment: String
    let what: String
    let counts: String
    let reason: String?
    /// "undone by batch 5"; nil where it stands.
    let undone: String?
    let undo: String
  }

  let title = "Edit"
  let address = "/edit"
  let kinds: [Link]
  let changes: [Change]?
  let tables: [Link]?

  private static let shown = 30

  init(_ record: Record, tables: [OpenTable]) throws {
    kinds = [
      (EntityKind.actor, "an actor"), (.partnership, "a partnership"),
      (.episode, "an episode of a partnership"),
      (.event, "an event"), (.flow, "what moved in an event"), (.observation, "a reported figure"),
    ].map { Link(address: "/edit/statement?kind=\($0.rawValue)", text: $1) }
    changes = try record.archive.latestBatches(Self.shown).map(Self.change).unlessEmpty
    self.tables = tables.map { Link(address: $0.address, text: $0.name) }.unlessEmpty
  }

  private static func change(_ one: LoggedBatch) -> Change {
    let counts = [
      (one.added, "statement"), (one.sources, "source"), (one.ladders, "ladder"),
    ].filter { $0.0 > 0 }.map { $0.0.of($0.1) }
    let withdrawn = one.retracted.isEmpty ? [] : ["withdraws \(one.retracted.count.of("statement"))"]
    let undoes = one.undid.map { ["undoes batch \($0)"] } ?? []
    return Change(
      number: "\(one.number)", moment: String(one.recordedAt.prefix(16).replacing("T", with: " ")),
      what: one.title, counts: (counts + withdrawn + undoes).joined(separator: "; "),
      reason: one.batch.reason.isEmpty ? nil : one.batch.reason.onPage,
      undone: one.undoneBy.map { "undone by batch \($0)" }, undo: Address.undoing(one.number))
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead">What one place in one source says of one thing is added as a statement. Nothing is ever overwritten: a correction, too, can be undone.</p>
    <section aria-labelledby="add">
    <h2 id="add">Add a statement on</h2>
    <ul class="inline">{{#page.kinds}}<li><a href="{{address}}">{{text}}</a></li>{{/page.kinds}}</ul>
    <p class="soft">To correct or withdraw what is on record, or to say more of it, follow the links beside the statements on a page: search for it first.</p>
    </section>
    <section aria-labelledby="tables">
    <h2 id="tables">Tables that are watched</h2>
    {{^page.tables}}<p class="soft">None yet. The tables that you look at in <a href="/explore">Explore</a> are: a change shows its effect on the last eight before it is kept.</p>{{/page.tables}}
    <ul class="plain">{{#page.tables}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/page.tables}}</ul>
    </section>
    <section aria-labelledby="lately">
    <h2 id="lately">Changed lately</h2>
    {{^page.changes}}<p class="soft">Nothing is on record yet.</p>{{/page.changes}}
    <div class="scroll" role="region" tabindex="0" aria-label="Batches"><table class="stack brief">
    <thead><tr><th scope="col">Batch</th><th scope="col">When (UTC)</th><th scope="col">Brought</th><th scope="col">Because</th><th scope="col">Undo</th></tr></thead>
    <tbody>
    {{#page.changes}}<tr><th scope="row">{{number}}: <bdi>{{what}}</bdi></th><td data-head="When (UTC)" class="date">{{moment}}</td>\
    <td data-head="Brought">{{counts}}</td><td data-head="Because"{{^.reason}} class="none"{{/.reason}}><bdi>{{.reason}}</bdi></td>\
    <td data-head="Undo">{{#.undone}}<span class="soft">{{.}}</span>{{/.undone}}{{^.undone}}<a href="{{undo}}">Undo batch {{number}}</a>{{/.undone}}</td></tr>
    {{/page.changes}}
    </tbody></table></div>
    </section>
    {{/main}}{{/layout}}
    """
}

extension LoggedBatch {
  /// "import of ties.csv by kim".
  var title: String {
    (batch.kind.rawValue + (batch.file.isEmpty ? "" : " of \(batch.file)")
      + (batch.coder.isEmpty ? "" : " by \(batch.coder)")).onPage
  }
}

extension OpenTable {
  /// "Partnerships by country and kind".
  var name: String {
    let axes = [question.rows ?? TableQuestion.standardRows(of: question.counted), question.columns].filter {
      $0 != "all"
    }
    return question.counted.rawValue.capitalized + " by "
      + axes.map(Inquiry.spoken).joined(separator: " and ")
      + (policy.map { ", \($0.description.onPage)" } ?? "")
  }
}
