import Archive
import Chronology
import Diplomacy

/// A statement as pages show it: what it says, in words, and where it stands.
struct StatementView: Sendable {
  struct Claim: Sendable {
    let property: String
    let value: String
  }

  let id: String
  /// Of what: "partnership pl-lodz+cn-chengdu".
  let entity: String
  let claims: [Claim]
  let locator: String
  /// "inferred", "preferred": what is not as usual.
  let marks: String?
  let note: String?
  let retraction: String?
  /// Where it can be edited, by those who may.
  let edit: StatementLinks

  init(_ logged: LoggedStatement) { self.init(logged.statement, retraction: logged.retraction) }

  init(_ statement: Diplomacy.Statement, retraction: String? = nil) {
    edit = StatementLinks(statement)
    id = statement.id.text.onPage
    entity = statement.entity.description.onPage
    claims = statement.says.sorted { $0.key.name < $1.key.name }.map { property, claims in
      Claim(property: property.name, value: claims.map(Self.text).joined(separator: "; ").onPage)
    }
    locator = statement.locator.onPage
    let unusual =
      (statement.rank == .normal ? [] : [statement.rank.rawValue])
      + (statement.certainty == .stated ? [] : [statement.certainty.rawValue])
    marks = unusual.isEmpty ? nil : unusual.joined(separator: ", ")
    note = statement.note.isEmpty ? nil : statement.note.onPage
    self.retraction = retraction?.onPage
  }

  private static func text(_ claim: Diplomacy.Claim) -> String {
    let value = claim.alternatives.map(\.description).joined(separator: " or ")
    let about = [claim.side, claim.role?.rawValue, claim.during?.text].compactMap(\.self)
    return about.isEmpty ? value : "\(value) (\(about.joined(separator: ", ")))"
  }
}

/// What can be done about a statement.
struct StatementLinks: Sendable {
  let add: String
  let correct: String
  let withdraw: String

  init(_ statement: Diplomacy.Statement) {
    add = Address.adding(statement.entity.kind, statement.entity.id)
    correct = Address.correcting(statement.id.text)
    withdraw = Address.withdrawing(statement.id.text)
  }
}

extension StatementLinks {
  /// Of a statement that stands.
  static let template = """
    {{#frame.isEditing}}{{^.retraction}}<p class="edits"><a href="{{edit.correct}}">Correct</a> <a href="{{edit.withdraw}}">Withdraw</a> \
    <a href="{{edit.add}}">Say more of the same</a></p>{{/.retraction}}{{/frame.isEditing}}
    """
}

/// The statements of one source, of those a page rests on.
struct SourceView: Sendable {
  let id: String
  let title: String
  let count: String
  let statements: [StatementView]
  let more: String?

  private static let shown = 100

  /// By source, those with the most statements first.
  static func all(_ statements: [LoggedStatement], titles: Titles) -> [SourceView] {
    Dictionary(grouping: statements) { $0.statement.source.text }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { source, statements in
        let more = statements.count - shown
        return SourceView(
          id: source.onPage, title: titles.sources[SourceID(source)]?.onPage ?? "",
          count: statements.count.of("statement"),
          statements: statements.prefix(shown).map(StatementView.init),
          more: more > 0 ? "and \(more) more: all are in the data below" : nil)
      }
  }

  static let template = """
    {{#sources}}
    <details class="source"><summary><bdi>{{title}}</bdi> <span class="soft"><bdi>{{id}}</bdi> · {{count}}</span></summary>
    <ul class="statements">
    {{#statements}}<li id="{{id}}"{{#.retraction}} class="retracted"{{/.retraction}}>
    <b><bdi>{{locator}}</bdi></b> <span class="soft"><bdi>{{entity}}</bdi> · <code>{{id}}</code>{{#.marks}} · {{.}}{{/.marks}}</span>
    <dl>{{#claims}}<dt>{{property}}</dt><dd><bdi>{{value}}</bdi></dd>{{/claims}}</dl>
    {{#.note}}<p class="soft">{{.}}</p>{{/.note}}{{#.retraction}}<p class="soft">Retracted: {{.}}</p>{{/.retraction}}
    {{> edits}}</li>
    {{/statements}}
    </ul>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}
    </details>
    {{/sources}}
    """
}
