import Chronology
import Diplomacy
import Workbench

/// What an edit would do, as pages show it.
struct EffectView: Sendable {
  struct Thing: Sendable {
    let title: String
    /// "new", "changes", "goes".
    let mark: String
    let lines: [String]
  }

  struct Contest: Sendable {
    let title: String
    /// "appears", "goes", "is now between".
    let mark: String
    let rivals: String
  }

  struct Result: Sendable {
    let link: Link
    let says: String
    let published: String
    let before: String
    let after: String
  }

  struct Table: Sendable {
    struct Move: Sendable {
      let row: String
      let column: String
      let before: String
      let after: String
    }

    let link: Link
    /// Whether there are several columns to tell apart.
    let hasColumns: Bool
    let moves: [Move]
    let more: String?
  }

  /// Why there is nothing to show, or not yet; nil where there is.
  let note: String?
  let isWeighing: Bool
  /// Nil where there is none, as with those below.
  let things: [Thing]?
  let contests: [Contest]?
  let results: [Result]?
  let tables: [Table]?
  /// What does not move.
  let rest: String?

  private static let shown = 60

  init(_ weighed: Editor.Weighed, titles: [EntityReference: String] = [:]) {
    let effect: EditEffect?
    switch weighed {
    case .weighing: (effect, note) = (nil, "Being weighed: what is counted takes a moment.")
    case .weighed(let found):
      (effect, note) = (found, found.isEmpty ? "It changes nothing that is counted or shown." : nil)
    case .tooLarge:
      (effect, note) = (nil, "It touches more than \(EditEffect.limit) things: too many to weigh here.")
    case .hindered(let reason): (effect, note) = (nil, reason)
    }
    if case .weighing = weighed { isWeighing = true } else { isWeighing = false }
    let difference = effect?.difference
    things =
      difference?.entities.prefix(Self.shown).map { change in
        let lines = change.changes.map { ChangeText.line($0).onPage }
        let mark = change.kind == .added ? "new" : change.kind == .gone ? "goes" : "changes"
        return Thing(title: "\(change.entity.kind.rawValue) \(change.title)".onPage, mark: mark, lines: lines)
      }.unlessEmpty
    contests = difference.map { Self.contests($0, titles) }?.unlessEmpty
    results = difference?.moves?.prefix(Self.shown).map(Self.result).unlessEmpty
    tables = effect?.tables.map(Self.table).unlessEmpty
    rest = effect.map(Self.rest)
  }

  private static func contests(
    _ difference: RecordDifference, _ titles: [EntityReference: String]
  ) -> [Contest] {
    let gone = Dictionary(difference.contradictions.gone.map { ($0.id, $0) }) { first, _ in first }
    let there = Set(difference.contradictions.appeared.map(\.id))
    func contest(_ contradiction: Contradiction, _ mark: String) -> Contest {
      let title = titles[contradiction.entity] ?? contradiction.entity.description
      return Contest(
        title: "\(contradiction.property) of \(title)".onPage, mark: mark,
        rivals: contradiction.rivals.map(\.value).joined(separator: " against ").onPage)
    }
    return
      (difference.contradictions.appeared.map {
        contest($0, gone[$0.id] == nil ? "appears" : "is now between")
      }
      + difference.contradictions.gone.filter { !there.contains($0.id) }.map { contest($0, "goes") })
      .prefix(shown).map(\.self)
  }

  private static func result(_ move: RecordDifference.Move) -> Result {
    let (before, after) = (move.before, move.after)
    let isSame = before.status == after.status
    return Result(
      link: Link(
        address: Address.check(after.study, after.figure.id), text: "\(after.study) \(after.figure.id)".onPage
      ),
      says: after.figure.says.onPage, published: after.publishedText.onPage,
      before: before.computedText + (isSame ? "" : ", \(before.status.rawValue)"),
      after: after.computedText + ", \(after.status.rawValue)")
  }

  private static func table(_ effect: TableEffect) -> Table {
    let more = effect.cells.count - shown
    return Table(
      link: Link(address: effect.table.address, text: effect.title.onPage),
      hasColumns: effect.table.question.columns != "all",
      moves: effect.cells.prefix(shown).map { cell in
        Table.Move(
          row: cell.row.onPage, column: cell.column.onPage,
          before: cell.before.isEmpty ? "–" : cell.before.withGroupedDigits,
          after: cell.after.isEmpty ? "–" : cell.after.withGroupedDigits)
      },
      more: more > 0 ? "and \(more) more" : nil)
  }

  private static func rest(_ effect: EditEffect) -> String {
    let results =
      effect.difference.moves.map { $0.isEmpty ? ["No published figure moves."] : [] }
      ?? ["Published figures are not recomputed on a record as large as this one: “entente diff” does it."]
    let still = effect.tableCount - effect.tables.count
    let tables =
      effect.tableCount == 0
      ? "No table is watched: those that you look at in Explore are."
      : still > 0
        ? "\(still.of("watched table")) \(still == 1 ? "stays" : "stay") as \(still == 1 ? "it is" : "they are")."
        : nil
    return (results + [tables].compactMap(\.self)).joined(separator: " ")
  }

  static let template = """
    {{#.note}}<p role="status">{{.}}</p>{{/.note}}
    {{#.things}}<div class="effect"><span class="tag">{{mark}}</span> <b><bdi>{{title}}</bdi></b>
    <ul class="plain">{{#lines}}<li><bdi>{{.}}</bdi></li>{{/lines}}</ul></div>{{/.things}}
    {{#.contests}}<div class="effect"><span class="tag">contradiction {{mark}}</span> <b><bdi>{{title}}</bdi></b>
    <ul class="plain"><li><bdi>{{rivals}}</bdi></li></ul></div>{{/.contests}}
    {{#.results}}<div class="effect"><span class="tag">published figure moves</span> <b><a href="{{link.address}}">{{link.text}}</a></b> <bdi>{{says}}</bdi>
    <ul class="plain"><li>published {{published}}: <span class="before">{{before}}</span> → <b>{{after}}</b></li></ul></div>{{/.results}}
    {{#.tables}}<h3><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a></h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Cells that move"><table class="moves">
    <thead><tr><th scope="col">Row</th>{{#hasColumns}}<th scope="col">Column</th>{{/hasColumns}}<th scope="col" class="number">Before</th><th scope="col" class="number">After</th></tr></thead>
    <tbody>{{#moves}}<tr><th scope="row"><bdi>{{row}}</bdi></th>{{#hasColumns}}<td><bdi>{{column}}</bdi></td>{{/hasColumns}}<td class="number">{{before}}</td><td class="number"><b>{{after}}</b></td></tr>
    {{/moves}}</tbody></table></div>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}{{/.tables}}
    {{#.rest}}<p class="soft">{{.}}</p>{{/.rest}}
    """
}
