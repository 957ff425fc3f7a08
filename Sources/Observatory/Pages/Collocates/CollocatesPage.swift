import Chronology
import Workbench

/// What stands near a word or phrase.
struct CollocatesPage: Page {
  static let template = "collocates"

  struct Row: Sendable {
    let word: String
    let address: String
    let near: String
    let left: String
    let right: String
    let total: String
    let expected: String
    let logDice: String
    let pmi: String
    let t: String
    let g2: String
    let q: String
  }

  let title: String
  let address: String
  let downloads: [Link]
  let head: WordsHead
  let window: String
  let least: String
  let measures: [Choice]
  let rows: [Row]?
  let hasRows: Bool
  var isLive: Bool { true }
  var isProvisional: Bool { head.waiting != nil }

  init(_ ask: Ask, _ record: Record) throws {
    let asked = try CollocatesAsked(ask)
    let words = asked.words
    let finding = try Finding { words.term == nil ? nil : try record.collocations(asked) }
    let found = finding.value
    title = words.term.map { "Near \($0.onPage), \(words.corpus.onPage)" } ?? "What stands near"
    address = words.address()
    downloads = found == nil ? [] : Link.data(words.data())
    head = try WordsHead(words, finding, notes: found?.notes, in: record)
    (window, least) = (String(asked.window), String(asked.least))
    measures = [
      (CorpusCollocations.Measure.logDice, "logDice"), (.pmi, "PMI (favours rare words)"),
      (.t, "t (favours frequent words)"), (.g2, "G²"),
    ].map { Choice($0.rawValue, $1, isChosen: $0 == asked.measure) }
    rows =
      found?.shown.map { row in
        Row(
          word: row.word.onPage,
          address: Address.context(of: row.word, in: words.corpus),
          near: String(row.near).withGroupedDigits, left: String(row.left).withGroupedDigits,
          right: String(row.right).withGroupedDigits, total: String(row.total).withGroupedDigits,
          expected: row.expected.fixed(1), logDice: row.logDice.fixed(2), pmi: row.pmi.fixed(2),
          t: row.t.fixed(2),
          g2: row.g2?.fixed(1) ?? "undefined", q: row.q?.asChance ?? "undefined")
      }.unlessEmpty
    hasRows = rows != nil
  }

  static let text = """
    {{<layout}}{{$main}}
    {{#page.head.corpus}}{{> corpushead}}{{/page.head.corpus}}
    <h1>What stands near a word</h1>
    <form class="ask" action="{{page.head.base}}" aria-label="Near what">
    {{#page.head.form}}{{> wordterm}}
    {{> wordpart}}{{/page.head.form}}
    <label for="window">Words on each side<input id="window" name="window" type="number" min="1" max="100" value="{{page.window}}"></label>
    <label for="least">Near at least so often<input id="least" name="least" type="number" min="1" max="1000000" value="{{page.least}}"></label>
    <label for="by">Ranked by<select id="by" name="by">{{#page.measures}}{{> choice}}{{/page.measures}}</select></label>
    <button type="submit">Show</button>
    </form>
    <div id="answer">
    {{#page.head}}{{> wordsfound}}{{/page.head}}
    {{#page.hasRows}}<div class="scroll" role="region" tabindex="0" aria-label="Words near"><table class="counts">
    <thead><tr><th scope="col">Word</th><th scope="col" class="number">Near</th><th scope="col" class="number">Left</th><th scope="col" class="number">Right</th>\
    <th scope="col" class="number">Anywhere</th><th scope="col" class="number">Expected</th><th scope="col" class="number">logDice</th><th scope="col" class="number">PMI</th>\
    <th scope="col" class="number">t</th><th scope="col" class="number">G²</th><th scope="col" class="number">q</th></tr></thead><tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{address}}"><bdi>{{word}}</bdi></a></th><td class="number">{{near}}</td><td class="number">{{left}}</td><td class="number">{{right}}</td>\
    <td class="number">{{total}}</td><td class="number">{{expected}}</td><td class="number">{{logDice}}</td><td class="number">{{pmi}}</td><td class="number">{{t}}</td>\
    <td class="number">{{g2}}</td><td class="number">{{q}}</td></tr>
    {{/page.rows}}
    </tbody></table></div>
    <p class="soft">logDice is 14 at most and does not depend on the size of the corpus. Left and right add up to more than near where a word stands between two matches.</p>{{/page.hasRows}}
    </div>
    {{/main}}{{/layout}}
    """
}
