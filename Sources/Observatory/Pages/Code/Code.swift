import Archive
import Discourse
import Workbench

extension Section {
  /// The coding bench's pages. Its addresses are in a table of their own, `Bench.routes`.
  static let code = Section(
    routes: [],
    templates: [
      QueuePage.template: QueuePage.text, SheetPage.template: SheetTemplate.text,
      AdjudicationPage.template: AdjudicationPage.text, AgreementPage.template: AgreementPage.text,
      "coded-text": SheetTemplate.coded, "decision": SheetTemplate.decision,
    ])
}

extension Bench {
  /// Of a coder's document.
  static func address(_ work: CodingBench, _ place: Int) -> String {
    "/code/\(work.wave.number)/\(place + 1)"
  }

  /// What is to be done.
  static let queue = CodeRoute(path: "/code", methods: [.get]) { ask, record, bench in
    guard let coder = ask.session.coder else {
      return .page(try QueuePage(AdjudicationDesk(bench.work, in: record.archive), at: bench, record))
    }
    return .page(try QueuePage(bench.work.queue(of: coder, in: record.archive), at: bench, record))
  }

  /// A document to be coded.
  static let sheet = CodeRoute(path: "/code/{wave}/{place}", methods: [.get], isOpen: isCoder) {
    ask, record, bench in
    let queue = try bench.work.queue(of: ask.session.coder ?? "", in: record.archive)
    guard ask.places["wave"] == "\(bench.work.wave.number)", let item = item(ask.places["place"], of: queue)
    else {
      throw ObservatoryError.nothing(
        kind: "document of yours at this place of this wave", called: ask.places["place"] ?? "")
    }
    return .page(try SheetPage(item, of: queue, at: bench, for: ask.session, record))
  }

  /// Keeps what is said of a document, and goes on to the next.
  static let keep = CodeRoute(path: "/code/keep", methods: [.post], isOpen: isCoder) { ask, record, bench in
    let coder = ask.session.coder ?? ""
    let queue = try bench.work.queue(of: coder, in: record.archive)
    guard let item = item(ask.fields["place"], of: queue), let seen = Int(ask.fields["seen"] ?? ""),
      let version = Int(ask.fields["version"] ?? "")
    else {
      throw ObservatoryError.nothing(
        kind: "document of yours at this place", called: ask.fields["place"] ?? "")
    }
    let text = try record.archive.document(item.document, in: bench.work.corpus).text
    let draft = try SheetDraft(fields: ask.fields, text: text)
    do {
      try bench.keep(draft.sheet(), of: item.document, by: coder, seen: seen, version: version)
    } catch {
      guard let hindrance = Hindrance(onBench: error) else { throw error }
      let page = try SheetPage(
        item, of: queue, at: bench, for: ask.session, record, draft: draft, hindrance: hindrance,
        from: version)
      return .page(page, status: hindrance.status)
    }
    let left = try bench.work.queue(of: coder, in: record.archive)
    return .redirect(left.next(after: item.place).map { address(bench.work, $0.place) } ?? entrance)
  }

  /// What coders disagree on, to be decided.
  static let adjudicate = CodeRoute(
    path: "/code/adjudicate", methods: [.get, .post], isOpen: isAdjudicator
  ) { ask, record, bench in
    guard ask.method == .post else {
      return .page(try AdjudicationPage(ask.query["document"], at: bench, for: ask.session, record))
    }
    let draft = RulingDraft(fields: ask.fields)
    do {
      try draft.check()
      try bench.decide(
        draft.rulings, on: draft.document, by: draft.person, because: draft.reason, seen: draft.seen)
    } catch {
      guard let hindrance = Hindrance(onBench: error) else { throw error }
      guard error as? BenchFault != .notReady else {
        let trouble = Trouble(status: hindrance.status, title: "Not to be decided", detail: hindrance.text)
        return .page(
          LostFormPage(trouble, typed: LostFormPage.typed(ask.fields)), status: hindrance.status)
      }
      let page = try AdjudicationPage(
        draft.document, at: bench, for: ask.session, record, draft: draft, hindrance: hindrance)
      return .page(page, status: hindrance.status)
    }
    ask.session.name = draft.person
    return .redirect("/code/adjudicate")
  }

  /// How far coders agree: for who decides, and for all once nothing is left to be coded blind.
  static let reliability = CodeRoute(path: "/code/reliability", methods: [.get]) { ask, record, bench in
    guard
      try ask.session.mayAdjudicate || AdjudicationDesk(bench.work, in: record.archive).isClosed
    else { throw Trouble.stillBlind }
    let question = try AgreementQuestion(ask.query)
    let report = try bench.report(question, over: record)
    if ask.query["format"] == "json", let report { return .data(report.json + "\n", type: Answer.json) }
    if ask.query["format"] == "csv", let report {
      return .data(report.grids.map(\.csv).joined(separator: "\n"), type: Answer.csv)
    }
    return .page(try AgreementPage(question, report, at: bench, record))
  }

  @Sendable private static func isCoder(_ session: Session) -> Bool { session.coder != nil }

  @Sendable private static func isAdjudicator(_ session: Session) -> Bool { session.mayAdjudicate }

  /// The document at a place that is counted from 1.
  private static func item(_ place: String?, of queue: CodingQueue) -> CodingQueue.Item? {
    place.flatMap { Int($0) }.flatMap { $0 > 0 ? queue[$0 - 1] : nil }
  }
}

extension Trouble {
  fileprivate static let stillBlind = Trouble(
    status: 403, title: "Not yet",
    detail:
      "How far coders agree is shown to coders when all that was given out is coded, and what they disagree on is decided: until then nobody is to know what others gave."
  )
}
