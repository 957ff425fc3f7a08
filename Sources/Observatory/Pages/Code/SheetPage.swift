import Archive
import Discourse
import Workbench

/// A document to be coded: its text, the codes with their keys, what the coder has said of it.
struct SheetPage: Page {
  static let template = "code-sheet"

  struct PassageLine: Sendable {
    let name: String
    /// In UTF-16 units, as the form sends it.
    let value: String
    let code: String
    let excerpt: String
  }

  let title: String
  let address: String
  let scripts = [Assets.Name.bench]
  /// "news, wave 1: document 3 of 30".
  let position: String
  let progress: String
  let facts: [FactView]?
  let trouble: String?
  /// What of the codebook changed since a form was shown.
  let changes: [String]?
  let stale: [String]?
  let text: CodedText?
  let language: String?
  let codes: [CodeLine]
  let passages: [PassageLine]?
  let isNone: Bool
  let isUnsure: Bool
  let isSkipped: Bool
  let memo: String
  let place: Int
  let seen: Int
  let version: Int
  let previous: String?
  let next: String?
  let proof: String
  /// Where something was decided: what each coder gave, and what holds.
  let decision: RulingsView?
  /// Whether it can be coded.
  let isOpen: Bool

  /// - Parameter draft: what was filled in and could not be kept.
  init(
    _ item: CodingQueue.Item, of queue: CodingQueue, at bench: Bench, for session: Session, _ record: Record,
    draft: SheetDraft? = nil, hindrance: Hindrance? = nil, from seenVersion: Int? = nil
  ) throws {
    let (archive, work) = (record.archive, bench.work)
    let document = try archive.document(item.document, in: work.corpus)
    let desk = try work.desk(archive)
    let book = try desk.current
    let draft = draft ?? SheetDraft(CodingSheet(item.coded))
    title = (document.title ?? document.id).onPage
    address = Bench.address(work, item.place)
    position =
      "\(work.corpus.onPage), wave \(work.wave.number): document \(item.place + 1) of \(queue.items.count)"
    progress = Self.progress(queue)
    facts =
      [
        ("Identifier", document.title == nil ? nil : document.id), ("Date", document.date),
        ("Outlet", document.outlet), ("Language", document.language),
      ].compactMap { name, value in value.map { FactView(label: name, value: $0) } }.unlessEmpty
    trouble = hindrance?.text
    changes = seenVersion.flatMap { Self.changes(desk.codebook.versions, since: $0) }
    stale = item.stale.map { "\(desk.path(of: $0.code).onPage): \($0.why.text)" }.unlessEmpty
    let names = Dictionary(uniqueKeysWithValues: book.codes.map { ($0.id, book.path(of: $0.id) ?? $0.name) })
    text = document.text.map { text in
      CodedText(
        text,
        passages: draft.passages.compactMap { mark in
          mark.passage.map { ($0, (names[mark.code] ?? mark.code).onPage) }
        })
    }
    language = document.language
    codes = CodeLine.all(book, chosen: draft.codes, stale: item.stale)
    let offsets = document.text.map(TextOffsets.init)
    passages =
      draft.passages.enumerated().compactMap { number, mark -> PassageLine? in
        guard let passage = mark.passage, let start = offsets?.unit(ofCodePoint: passage.start),
          let end = offsets?.unit(ofCodePoint: passage.end)
        else { return nil }
        let excerpt = document.text.flatMap(passage.text(in:)).map(String.init) ?? ""
        return PassageLine(
          name: "passage.\(number)", value: "\(start) \(end) \(mark.code)",
          code: (names[mark.code] ?? mark.code).onPage, excerpt: excerpt.onPage)
      }.unlessEmpty
    (isNone, isUnsure, isSkipped, memo) = (draft.isNone, draft.isUnsure, draft.isSkipped, draft.memo)
    place = item.place + 1
    let codings = try work.codings(of: queue.coder, in: archive)
    seen = CodingBench.count(codings, of: item.document, by: queue.coder)
    version = desk.codebook.versions.latest
    previous = queue[item.place - 1].map { Bench.address(work, $0.place) }
    next = queue[item.place + 1].map { Bench.address(work, $0.place) }
    proof = session.proof
    let decided = try work.decided(item.document, in: archive)
    decision = decided.map { RulingsView($0, desk) }
    isOpen = decided == nil || !item.stale.isEmpty
  }

  /// "12 of 30 done, 1 skipped, 2 unsure, 3 to look at again".
  static func progress(_ queue: CodingQueue) -> String {
    let done = queue.items.filter(\.isDone)
    let others = [
      (done.count { $0.coded?.state == .skipped }, "skipped"),
      (queue.items.count { $0.coded?.isUnsure == true }, "unsure"),
      (queue.items.count { !$0.stale.isEmpty }, "to look at again"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (["\(done.count) of \(queue.items.count) done"] + others).joined(separator: ", ")
  }

  private static func changes(_ versions: CodebookVersions, since number: Int) -> [String]? {
    guard number != versions.latest, let before = versions[number], let now = versions.current else {
      return nil
    }
    let difference = CodebookDifference(from: before, to: now)
    func path(_ id: String) -> String { (now.path(of: id) ?? before.path(of: id) ?? id).onPage }
    return
      (difference.ruleChanged.map { "\(path($0.id)): rule changed" }
      + difference.added.map { "\(path($0.id)): added" }
      + difference.removed.map { "\(path($0.id)): removed" }).unlessEmpty
  }
}
