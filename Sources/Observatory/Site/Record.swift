import Archive
import Dispatch
import Workbench

/// What the pages are made from: the archive, the studies, what both are called, and what is dear to compute from them.
struct Record: Sendable {
  let archive: ArchiveStore
  /// What the archive's file is called.
  let name: String
  /// All studies at hand.
  let shelf: [Study]
  /// Where outlines and the renderer of pictures are.
  let home: Home
  /// Until when an answer waits for what is being made beside it.
  var deadline = DispatchTime.distantFuture
  /// Whether pages show how to edit what is on them.
  var isEditing = false
  /// Whether they lead to where documents are coded.
  var isCoding = false
  /// Whether documents are being coded blind.
  let curtain = Curtain()
  /// The archive seen otherwise.
  let lenses = LensShelf()
  /// What counts of the archive worked out.
  let memory = AxisMemory()
  /// Who runs SQL of their own.
  let askers = Askers(limit: 2)
  let scales = OncePerVersion<Weights>()
  let ledgers = OncePerVersion<Ledger>()
  let indexes = OncePerVersion<PartnershipIndex>()
  let summaries = OncePerVersion<RecordSummary>()
  let contests = OncePerVersion<ContestList>()
  let shares = OncePerVersion<[SourceShare]>()
  let profiles = OncePerVersion<SourceProfile>()
  /// One study may take long, and must not hold up the others.
  let outcomes = OncePerVersion<StudyOutcome>(lanes: 2)
  let ties = OncePerVersion<TieMap>()
  let pictures = OncePerVersion<[Picture: [UInt8]]>()
  let texts = TextShelf()

  /// The studies of documents that are among the record's sources. What another document published cannot be computed again from it.
  func studies() throws -> [Study] {
    let sources = try archive.sourceIDs()
    return shelf.filter { sources.contains($0.source) }
  }

  /// It, for what is made beside answers: that waits as long as it takes.
  var patient: Record {
    var record = self
    record.deadline = .distantFuture
    return record
  }

  /// What is made once for each version of the record. Throws `ObservatoryError.notReady` where it takes longer than the answer waits.
  func made<Value>(
    _ kept: OncePerVersion<Value>, _ name: String = "", _ make: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    guard let value = try made(kept, name, by: deadline, make) else { throw ObservatoryError.notReady }
    return value
  }

  /// The same by a deadline of its own; nil where it is not made by then. What is made beside the answers reads the record as it is then: where
  /// that is another version by the end, it throws `ObservatoryError.notReady` and keeps nothing.
  func made<Value>(
    _ kept: OncePerVersion<Value>, _ name: String = "", by deadline: DispatchTime,
    _ make: @escaping @Sendable () throws -> Value
  ) throws -> Value? {
    let version = try archive.version()
    return try kept.value(name, version: version, by: deadline) { [archive] in
      let value = try make()
      guard try archive.version() == version else { throw ObservatoryError.notReady }
      return value
    }
  }

  /// All partnerships. A million are read in seconds, once: what needs them asks here, so that they are not read twice at the same time.
  func ledger() throws -> Ledger { try made(ledgers) { [archive] in try archive.ledger() } }
}

extension Optional {
  /// Nil where something is not ready; other errors are thrown.
  init(whenReady make: () throws -> Wrapped) throws {
    do { self = try make() } catch ObservatoryError.notReady { self = nil }
  }
}
