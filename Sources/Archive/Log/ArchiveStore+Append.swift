public import Diplomacy
import GRDB

/// What one batch brings.
public struct Delivery: Sendable {
  public var batch: Batch
  public var sources: [Source]
  public var ladders: [Ladder]
  public var statements: [Diplomacy.Statement]
  /// Statements by the ten thousand: they are packed.
  public var sheaves: [Sheaf]
  /// Statements on record that it withdraws: those that a correction puts others in the place of. The batch's reason says why.
  public var retracting: [StatementID]

  public init(
    batch: Batch, sources: [Source] = [], ladders: [Ladder] = [], statements: [Diplomacy.Statement] = [],
    sheaves: [Sheaf] = [], retracting: [StatementID] = []
  ) {
    self.batch = batch
    self.sources = sources
    self.ladders = ladders
    self.statements = statements
    self.sheaves = sheaves
    self.retracting = retracting
  }
}

/// What became of a delivery.
public struct Receipt: Hashable, Sendable {
  /// The batch's number; nil when a batch on record brought just the same, so that nothing was recorded.
  public var batch: Int64?
  /// The statements that were not on record, in the order they were delivered in.
  public var statements: [Diplomacy.Statement] = []
  /// Besides those, how many came in sheaves and were not on record.
  public var packed = 0
  /// Already on record, word for word.
  public var known = 0
  /// Of the known ones, those that were retracted: they stay retracted.
  public var retracted = 0
  public var sources = 0
  public var ladders = 0
  /// How many statements it withdrew.
  public var withdrawn = 0
  /// The standing batch that brought just the same, where there is one; then `batch` is nil.
  public var holder: Int64?

  public init() {}

  public var added: Int { statements.count + packed }
  public var isEmpty: Bool { added == 0 && sources == 0 && ladders == 0 && withdrawn == 0 }
}

extension ArchiveStore {
  /// Appends what is new of the delivery and brings the snapshot up to date, in one transaction: all of it or none.
  ///
  /// - Parameters:
  ///   - moment: the record time, RFC 3339 in UTC with milliseconds (`2026-01-31T12:00:00.000Z`).
  ///   - progress: told how far it has come.
  /// - Throws: `ArchiveError.sourceDiffers`, `.ladderDiffers`, `.unknownSource`, for what it withdraws the errors of `retract`, or a storage
  ///   error; then nothing has changed.
  @discardableResult
  public func append(
    _ delivery: Delivery, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Receipt {
    try Self.guarding(path) {
      try change { try LogWriter($0, moment: moment, progress: progress).append(delivery) }
    }
  }

  /// Appends several deliveries, a batch each, in one transaction: all of them or none. A receipt each, in their order.
  @discardableResult
  public func append(
    _ deliveries: [Delivery], at moment: String, progress: Advance.Listener? = nil
  ) throws -> [Receipt] {
    try Self.guarding(path) {
      try preparingForMuch(deliveries.contains { !$0.sheaves.isEmpty }) {
        try change { database in
          let log = LogWriter(database, moment: moment, progress: progress)
          return try deliveries.map(log.append)
        }
      }
    }
  }

  /// What `append` would do, without doing it.
  public func rehearse(_ delivery: Delivery, at moment: String) throws -> Receipt {
    try rehearse([delivery], at: moment)[0]
  }

  /// What `append` would do with several deliveries, each after those before it, without doing it.
  public func rehearse(_ deliveries: [Delivery], at moment: String) throws -> [Receipt] {
    try Self.guarding(path) {
      var receipts: [Receipt] = []
      try database.writeWithoutTransaction { database in
        try database.inTransaction {
          let log = LogWriter(database, moment: moment, progress: nil)
          receipts = try deliveries.map(log.append)
          return .rollback
        }
      }
      return receipts
    }
  }
}
