public import Archive
import Discourse
public import Dispatch
import Synchronization
public import Workbench

/// Where the coders of a wave code what they were given, and where is decided what they disagree on: the wave, and the archive, open to write to.
public final class Bench: Sendable {
  let work: CodingBench
  private let archive: ArchiveStore
  private let patience: DispatchTimeInterval
  private let reports = OncePerVersion<AgreementReport>(limit: 16)
  /// One writes at a time.
  private let turn = Mutex(())

  /// - Parameters:
  ///   - archive: the same that the site shows, open to write to.
  ///   - patience: how long a page waits for what agreement comes to.
  public init(_ archive: ArchiveStore, _ work: CodingBench, patience: DispatchTimeInterval = .seconds(3)) {
    (self.archive, self.work, self.patience) = (archive, work, patience)
  }

  /// One for each coder of the wave, and one for who decides.
  var rights: [Right] { work.wave.coders.map { .code(as: $0) } + [.adjudicate] }

  func keep(_ sheet: CodingSheet, of document: String, by coder: String, seen: Int, version: Int) throws {
    _ = try turn.withLock { _ in
      try work.keep(
        sheet, of: document, by: coder, seen: seen, version: version, in: archive, at: Moment.now())
    }
  }

  func decide(
    _ rulings: [String: Bool], on document: String, by person: String, because reason: String, seen: Int
  ) throws {
    try turn.withLock { _ in
      try work.decide(
        rulings, on: document, by: person, because: reason, seen: seen, in: archive, at: Moment.now())
    }
  }

  /// How far the coders agree: worked out once for each state of the codings, beside the pages. Nil where that takes longer than a page waits.
  func report(_ question: AgreementQuestion, over record: Record) throws -> AgreementReport? {
    try reports.value(
      question.address, version: record.archive.codingState(), by: .now() + patience
    ) { [work, archive = record.archive] in
      try archive.atOnce { try AgreementReport(question, work.desk(archive), wave: work.wave.number) }
    }
  }
}

/// One address of the coding bench.
typealias CodeRoute = SessionRoute<Bench>

extension Bench: Workplace {
  static let entrance = "/code"

  static let routes: [CodeRoute] = [
    queue, sheet, keep, adjudicate, reliability,
  ]

  @Sendable static func isOpen(_ session: Session) -> Bool { session.coder != nil || session.mayAdjudicate }

  static let closed = Trouble(
    status: 403, title: "Not open to you",
    detail:
      "Documents are coded by those who were given an address with a token in it. Open that address; in another browser, or after a new start of the observatory, the new one that it printed."
  )
}
