import Chronology
import Discourse
import Workbench

/// A word or phrase in its contexts, aligned about it.
struct ConcordancePage: Page {
  static let template = "concordance"
  /// Lines that are kept of an answer, and that stand on a page.
  static let kept = 1_000
  private static let page = 50

  enum Sort: String, CaseIterable { case text, left, right, match }

  let title: String
  let address: String
  let downloads: [Link]
  let head: WordsHead
  let sorts: [Choice]
  let rows: Fragment?
  let span: String?
  let previous: String?
  let next: String?
  var isLive: Bool { true }
  var isProvisional: Bool { head.waiting != nil }

  init(_ ask: Ask, _ record: Record) throws {
    let asked = try WordsAsked(ask, at: .kwic, ["sort"])
    let sort = try ask.word("sort", Sort.self, otherwise: .text)
    let first = try ask.number("first", in: 0...Self.kept, otherwise: 0)
    let finding = try Finding { asked.term == nil ? nil : try record.concordance(asked, sort) }
    let found = finding.value
    title = asked.term.map { "\($0.onPage) in context, \(asked.corpus.onPage)" } ?? "Words in context"
    address = asked.address(first == 0 ? [:] : ["first": String(first)])
    downloads = found == nil ? [] : Link.data(asked.data())
    head = try WordsHead(asked, finding, notes: found?.notes, in: record)
    sorts = [
      (Sort.text, "as in the texts"), (.left, "what stands before it"), (.right, "what stands after it"),
      (.match, "the words found"),
    ].map { Choice($0.rawValue, $1, isChosen: $0 == sort) }
    let lines = found?.lines.dropFirst(first).prefix(Self.page) ?? []
    rows = found.flatMap { lines.isEmpty ? nil : Self.rows(lines, of: $0, asked.corpus) }
    let last = first + lines.count
    let all = found?.lines.count ?? 0
    span = lines.isEmpty || all <= Self.page ? nil : "Lines \(first + 1) to \(last)".withGroupedDigits
    previous =
      first == 0
      ? nil : asked.address(first <= Self.page ? [:] : ["first": String(first - Self.page)])
    next = last < all ? asked.address(["first": String(last)]) : nil
  }

  private static func rows(
    _ lines: ArraySlice<Concordance.Line>, of found: CorpusConcordance, _ corpus: String
  ) -> Fragment {
    var rows = Fragment()
    func cell(_ open: StaticString, _ text: String, _ close: StaticString) {
      rows.add(open)
      rows.add(text: text)
      rows.add(close)
    }
    for line in lines {
      cell("<tr><td class=\"left\"><bdi>", line.left.onOneLine, "</bdi></td>")
      cell("<td class=\"match\"><bdi>", line.match.onOneLine, "</bdi></td>")
      cell("<td class=\"right\"><bdi>", line.right.onOneLine, "</bdi></td><td class=\"soft\">")
      if let document = found.document(of: line).map({ DocumentView($0, of: corpus) }) {
        cell("<a href=\"", document.link.address, "\"><bdi>")
        cell("", String(document.link.text.prefix(60)), "</bdi></a> ")
        cell("<bdi>", document.imprint, "</bdi>")
      }
      rows.add("</td></tr>\n")
    }
    return rows
  }

  static let text = """
    {{<layout}}{{$main}}
    {{#page.head.corpus}}{{> corpushead}}{{/page.head.corpus}}
    <h1>Words in context</h1>
    <form class="ask" action="{{page.head.base}}" aria-label="What to look for">
    {{#page.head.form}}{{> wordterm}}
    {{> wordpart}}{{/page.head.form}}
    <label for="sort">Sorted by<select id="sort" name="sort">{{#page.sorts}}{{> choice}}{{/page.sorts}}</select></label>
    <button type="submit">Show</button>
    </form>
    <div id="answer">
    {{#page.head}}{{> wordsfound}}{{/page.head}}
    {{#page.span}}<p class="soft">{{.}}</p>{{/page.span}}
    {{#page.rows}}<div class="scroll" role="region" tabindex="0" aria-label="Words in context"><table class="kwic">
    <thead><tr><th scope="col" class="left">Before</th><th scope="col">Found</th><th scope="col">After</th><th scope="col">Document</th></tr></thead><tbody>
    {{{page.rows.markup}}}
    </tbody></table></div>{{/page.rows}}
    {{#page.previous}}<p><a href="{{.}}" rel="prev">The lines before</a></p>{{/page.previous}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next lines</a></p>{{/page.next}}
    </div>
    {{/main}}{{/layout}}
    """
}
