import Archive
import Discourse
import Interchange
import Workbench

/// How far the coders of a wave agree: per code, pair of coders, with intervals; who disagrees with whom on what; a paragraph to be pasted.
struct AgreementPage: Page {
  static let template = "code-agreement"

  let title = "How far coders agree"
  let address: String
  let scripts = [Assets.Name.bench]
  let downloads: [Link]
  let lead: String
  let choices: [Choice]
  let resamples: Int
  let seed: Int
  /// Nil while it is being worked out.
  let tables: [TitledGrid]?
  let paragraph: String?
  let command: String
  /// Documents whose codings are stale, coder by coder.
  let stale: String?
  var isProvisional: Bool { tables == nil }
  let isWorking: Bool
  var isLive: Bool { isWorking }

  init(_ question: AgreementQuestion, _ report: AgreementReport?, at bench: Bench, _ record: Record) throws {
    let work = bench.work
    let desk = try work.desk(record.archive)
    address = question.address
    downloads = report == nil ? [] : Link.data(Address.asking(address, [("format", "json")]), table: address)
    lead =
      "Documents of \(work.corpus.onPage), wave \(work.wave.number), coded by \(work.wave.coders.joined(separator: ", ").onPage) under “\(work.wave.codebook.onPage)”. A code of a passage counts for its document; what a coder skipped is missing, not “no”."
    choices =
      [
        Choice("", "each code", isChosen: question.subject == nil),
        Choice(
          AgreementQuestion.themes, "the themes",
          isChosen: question.subject == .themes),
      ]
      + (try desk.current).codes.filter(\.isGiven).map {
        Choice($0.id, desk.path(of: $0.id).onPage, isChosen: question.subject == .code($0.id))
      }
    (resamples, seed) = (question.resamples, question.seed)
    tables = report?.grids.map(TitledGrid.init)
    isWorking = report == nil
    paragraph = report?.paragraph
    command = question.command(desk, wave: work.wave.number)
    let outdated = try work.wave.coders.compactMap { coder -> String? in
      let count = try work.queue(of: coder, in: record.archive).items.count { !$0.stale.isEmpty }
      return count > 0 ? "\(coder.onPage) \(count)" : nil
    }
    stale =
      outdated.isEmpty
      ? nil
      : "Codings in these documents were made under rules that are others now; they count here as they were made: \(outdated.joined(separator: ", "))."
  }

  static let text = """
    {{<layout}}{{$main}}
    <p class="crumbs"><a href="/code">Coding</a></p>
    <h1>{{page.title}}</h1>
    <p class="lead"><bdi>{{page.lead}}</bdi></p>
    {{#page.stale}}<p class="trouble"><bdi>{{.}}</bdi></p>{{/page.stale}}
    <form class="ask" action="/code/reliability" aria-label="What is compared">
    <label for="of">Compared<select id="of" name="of">{{#page.choices}}{{> choice}}{{/page.choices}}</select></label>
    <label for="bootstrap">Resamples<input id="bootstrap" name="bootstrap" type="number" min="0" max="10000" value="{{page.resamples}}"></label>
    <label for="seed">Seed<input id="seed" name="seed" type="number" min="0" max="2147483647" value="{{page.seed}}"></label>
    <button type="submit">Compare</button>
    </form>
    <div id="report"{{#page.isWorking}} hx-get="{{page.address}}" hx-trigger="load delay:2s" hx-target="#report" hx-select="#report" hx-swap="outerHTML"{{/page.isWorking}}>
    {{#page.isWorking}}<p>It is being worked out. <a href="{{page.address}}">Look again</a></p>{{/page.isWorking}}
    {{#page.paragraph}}<section aria-labelledby="methods"><h2 id="methods">For the methods section</h2>
    <blockquote id="paragraph"><bdi>{{.}}</bdi></blockquote>
    <p class="decide"><button class="other" type="button" data-copy="paragraph" hidden>Copy</button></p></section>{{/page.paragraph}}
    {{#page.tables}}{{> titled-grid}}{{/page.tables}}
    </div>
    <p class="soft">The same on the command line: <code>{{page.command}}</code></p>
    {{/main}}{{/layout}}
    """
}
