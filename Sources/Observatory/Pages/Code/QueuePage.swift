import Archive
import Workbench

/// What a coder was given, how far they are, and what to look at again; for who decides, how far all are.
struct QueuePage: Page {
  static let template = "code-queue"

  struct Entry: Sendable {
    let link: Link
    /// "rule changed in version 2", "coded".
    let note: String?
  }

  struct Part: Sendable {
    let title: String
    let anchor: String
    let entries: [Entry]
  }

  /// A coder, as who decides sees them.
  struct Coder: Sendable {
    let name: String
    let done: String
    let skipped: String
    let unsure: String
    let stale: String
  }

  let title = "Coding"
  let address = "/code"
  let lead: String
  let progress: String?
  let next: Link?
  let parts: [Part]?
  let all: Part?
  let coders: [Coder]?
  let decisions: String?
  /// Whether agreement may be seen.
  let showsAgreement: Bool
  let themes: String?

  private static let listed = 500

  /// Of a coder.
  init(_ queue: CodingQueue, at bench: Bench, _ record: Record) throws {
    let work = bench.work
    lead =
      "\(queue.coder.onPage), you code documents of \(work.corpus.onPage) under “\(work.wave.codebook.onPage)”, wave \(work.wave.number). Nobody sees what others gave before it is decided what holds."
    progress = SheetPage.progress(queue)
    next = queue.next().map { item in
      Link(
        address: Bench.address(work, item.place),
        text: item.stale.isEmpty
          ? queue.items.contains(where: \.isDone) ? "Go on: document \(item.place + 1)" : "Begin"
          : "Look again: document \(item.place + 1)")
    }
    let desk = try work.desk(record.archive)
    let titles = try record.archive.titles(
      of: queue.items.prefix(Self.listed).map(\.document), in: work.corpus)
    func entry(_ item: CodingQueue.Item, _ note: String?) -> Entry {
      let name = titles[item.document] ?? item.document
      return Entry(
        link: Link(address: Bench.address(work, item.place), text: "\(item.place + 1). \(name.onPage)"),
        note: note?.onPage)
    }
    func part(
      _ title: String, _ anchor: String, of items: [CodingQueue.Item], _ note: (CodingQueue.Item) -> String?
    ) -> Part? {
      items.isEmpty
        ? nil
        : Part(
          title: "\(title) (\(items.count))", anchor: anchor,
          entries: items.prefix(Self.listed).map { entry($0, note($0)) })
    }
    let items = queue.items
    parts =
      [
        part("To look at again", "stale", of: items.filter { !$0.stale.isEmpty }) { item in
          item.stale.map { "\(desk.path(of: $0.code)): \($0.why.text)" }.joined(separator: "; ")
        },
        part("Unsure", "unsure", of: items.filter { $0.coded?.isUnsure == true }) {
          CodingSheet($0.coded)?.memo
        },
        part("Skipped", "skipped", of: items.filter { $0.coded?.state == .skipped }) {
          CodingSheet($0.coded)?.memo
        },
      ].compactMap(\.self).unlessEmpty
    all = part("All that you were given", "all", of: items) { item in
      switch item.coded?.state {
      case .coded?: "coded"
      case .some(.none): "no code applies"
      case .skipped?: "skipped"
      case .open?, nil: nil
      }
    }
    coders = nil
    decisions = nil
    showsAgreement = try AdjudicationDesk(work, in: record.archive).isClosed
    themes = nil
  }

  /// Of who decides.
  init(_ desk: AdjudicationDesk, at bench: Bench, _ record: Record) throws {
    let work = bench.work
    lead =
      "Documents of \(work.corpus.onPage) are coded under “\(work.wave.codebook.onPage)”, wave \(work.wave.number), each coder without the others’ codes."
    progress = nil
    next =
      desk.contested.isEmpty
      ? nil : Link(address: "/code/adjudicate", text: "Decide: \(desk.contested.count.of("document"))")
    (parts, all) = (nil, nil)
    coders = try work.wave.coders.map { coder in
      let queue = try work.queue(of: coder, in: record.archive)
      return Coder(
        name: coder.onPage, done: "\(queue.items.count(where: \.isDone)) of \(queue.items.count)",
        skipped: "\(queue.items.count { $0.coded?.state == .skipped })",
        unsure: "\(queue.items.count { $0.coded?.isUnsure == true })",
        stale: "\(queue.items.count { !$0.stale.isEmpty })")
    }
    decisions =
      "Of \(work.wave.documents.count.of("document")), \(desk.waiting) wait for coders; on \(desk.agreed) they agree, or there is one alone; \(desk.contested.count) are contested; \(desk.decided.count) decided."
    showsAgreement = true
    themes = Address.corpus(work.corpus, .themes)
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead"><bdi>{{page.lead}}</bdi></p>
    {{#page.progress}}<p role="status"><b>{{.}}</b></p>{{/page.progress}}
    {{#page.decisions}}<p role="status">{{.}}</p>{{/page.decisions}}
    <p class="decide">{{#page.next}}<a class="go" href="{{address}}">{{text}}</a>{{/page.next}}\
    {{#page.showsAgreement}} <a href="/code/reliability">How far coders agree</a>{{/page.showsAgreement}}</p>
    {{#page.parts}}<section aria-labelledby="{{anchor}}"><h2 id="{{anchor}}">{{title}}</h2>
    <ol class="found">{{#entries}}<li>{{#link}}<a href="{{address}}"><bdi>{{text}}</bdi></a>{{/link}}{{#.note}} <span class="soft"><bdi>{{.}}</bdi></span>{{/.note}}</li>
    {{/entries}}</ol></section>{{/page.parts}}
    {{#page.all}}<details><summary>{{title}}</summary>
    <ol class="found">{{#entries}}<li>{{#link}}<a href="{{address}}"><bdi>{{text}}</bdi></a>{{/link}}{{#.note}} <span class="soft"><bdi>{{.}}</bdi></span>{{/.note}}</li>
    {{/entries}}</ol></details>{{/page.all}}
    {{#page.themes}}<section aria-labelledby="coders"><h2 id="coders">Coders</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Coders"><table>
    <thead><tr><th scope="col">Coder</th><th scope="col" class="number">Done</th><th scope="col" class="number">Skipped</th><th scope="col" class="number">Unsure</th><th scope="col" class="number">To look at again</th></tr></thead>
    <tbody>{{#page.coders}}<tr><th scope="row"><bdi>{{name}}</bdi></th><td class="number">{{done}}</td><td class="number">{{skipped}}</td><td class="number">{{unsure}}</td><td class="number">{{stale}}</td></tr>
    {{/page.coders}}</tbody></table></div>
    <p><a href="{{.}}">What the themes come to</a>, with what is contested as bounds</p></section>{{/page.themes}}
    {{/main}}{{/layout}}
    """
}
