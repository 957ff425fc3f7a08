public import Archive
import Diplomacy

/// Brings tables into the archive by their mappings: all of their rows, or none; or, if wanted, those that can be taken.
public struct Importer {
  private let archive: ArchiveStore
  private let coder: String
  private let packsFrom: Int

  /// - Parameters:
  ///   - coder: who vouches for the import, where the mapping names no coder itself.
  ///   - packsFrom: the size of a table, in bytes, from which its statements are packed. It changes the speed, not the record.
  public init(_ archive: ArchiveStore, coder: String = "", packsFrom: Int = 1 << 19) {
    self.archive = archive
    self.coder = coder
    self.packsFrom = packsFrom
  }

  /// Reads the table and says what it holds; the archive is not touched.
  public func plan(mappingAt path: String) throws -> ImportPlan { try plan(mappingsAt: [path])[0] }

  /// Reads several tables, in order, each knowing the actors and sources that those before it bring; the archive is not touched.
  ///
  /// - Parameters:
  ///   - isKeepingGoing: whether rows with problems are to be left out: then those that need an actor of such a row cannot be taken either.
  ///   - progress: told how far the reading of each file has come.
  public func plan(
    mappingsAt paths: [String], isKeepingGoing: Bool = false, progress: ((String, Advance) -> Void)? = nil
  ) throws -> [ImportPlan] {
    var register = try archive.register()
    var sources = try archive.sourceIDs()
    return try paths.enumerated().map { number, path in
      let table = try MappedTable(mappingAt: path, coder: coder)
      let earlier = try archive.firstBatch(like: table.batch).map { try archive.register(before: $0) }
      let plan = try TableReading(table, register: register, earlier: earlier, sources: sources) {
        progress?(table.mapping.file, $0)
      }
      .plan(isPacked: table.content.bytes.count >= packsFrom, isKeepingGoing: isKeepingGoing)
      if number + 1 < paths.count {
        register.add(plan.delivery)
        sources.formUnion(table.sources.map(\.id))
      }
      return plan
    }
  }

  /// Records a plan. Throws `WorkbenchError.problems` when it has any; then nothing is recorded.
  public func carryOut(
    _ plan: ImportPlan, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Receipt {
    try carryOut([plan], at: moment, progress: progress)[0]
  }

  /// Records several plans, a batch each: all of them, or none. A receipt each, in their order.
  ///
  /// - Parameter isKeepingGoing: whether rows with problems are left out, rather than keep all from being recorded.
  public func carryOut(
    _ plans: [ImportPlan], isKeepingGoing: Bool = false, at moment: String, progress: Advance.Listener? = nil
  ) throws -> [Receipt] {
    try archive.append(
      try deliveries(plans, isKeepingGoing: isKeepingGoing), at: moment, progress: progress)
  }

  /// What `carryOut` would do, without doing it.
  public func rehearse(
    _ plans: [ImportPlan], isKeepingGoing: Bool = false, at moment: String
  ) throws -> [Receipt] {
    try archive.rehearse(try deliveries(plans, isKeepingGoing: isKeepingGoing), at: moment)
  }

  private func deliveries(_ plans: [ImportPlan], isKeepingGoing: Bool) throws -> [Delivery] {
    let problems = plans.flatMap(\.problems)
    guard problems.isEmpty || isKeepingGoing else { throw WorkbenchError.problems(problems) }
    return plans.map(\.delivery)
  }
}

extension Register {
  /// Adds the actors that a delivery brings.
  fileprivate mutating func add(_ delivery: Delivery) {
    for statement in delivery.statements { add(statement) }
    for sheaf in delivery.sheaves where sheaf.kind == .actor {
      for row in 0..<sheaf.count { add(sheaf.statement(row)) }
    }
  }
}
