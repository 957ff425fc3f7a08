import Archive
import Diplomacy
import Interchange

/// Turns a table into a plan, by its mapping.
struct TableReading {
  private let table: MappedTable
  /// What names mean: in a table that came in before, what they meant then.
  private let register: Register
  /// For a table that came in before: all actors, those that came since or by the table itself as well.
  private let since: Register?
  private let sources: Set<SourceID>
  private let progress: Advance.Listener

  /// - Parameters:
  ///   - register: the actors on record, and those that tables before this one make.
  ///   - earlier: of a table that came in before, the actors that were on record then.
  ///   - sources: those on record, and those that tables before this one bring.
  init(
    _ table: MappedTable, register: Register, earlier: Register?, sources: Set<SourceID>,
    progress: @escaping Advance.Listener
  ) {
    self.table = table
    self.register = earlier ?? register
    since = earlier == nil ? nil : register
    self.sources = sources.union(table.sources.map(\.id))
    self.progress = progress
  }

  func plan(isPacked: Bool, isKeepingGoing: Bool) throws -> ImportPlan {
    var plan = ImportPlan(
      file: table.mapping.file, mapping: table.path, delivery: Delivery(batch: table.batch))
    plan.notes = table.content.notes
    plan.delivery.sources = table.sources
    if isPacked, SheafReader.reads(table.mapping), !table.content.bytes.contains(0) {
      try readSheaves(&plan)
    } else {
      try readStatements(&plan, isKeepingGoing: isKeepingGoing)
    }
    return plan
  }

  private func readSheaves(_ plan: inout ImportPlan) throws {
    let references = ActorReferences(register, since: since)
    try reporting {
      plan.header = try CSVReader(table.content.bytes, delimiter: table.content.delimiter).header
      var reader = SheafReader(
        table.content, table.mapping, header: plan.header, isSource: { sources.contains(SourceID($0)) },
        isActor: { register.holds(ActorID($0)) }, resolve: references.resolve)
      try RowReader.checkColumns(of: table.mapping, mappingFile: table.name, header: plan.header)
      let size = table.content.bytes.count
      let sheaves = try reader.read { done in
        progress(Advance(step: .reading, done: done, total: size))
      }
      let actors = reader.actors
      // Only the snapshot of partnerships and actors is made of whole columns.
      let isLoaded: (Sheaf) -> Bool = { $0.kind == .actor || $0.kind == .partnership }
      plan.delivery.sheaves = ([actors] + sheaves).filter { $0.count > 0 && isLoaded($0) }
      for sheaf in sheaves where !isLoaded(sheaf) {
        plan.delivery.statements += (0..<sheaf.count).map(sheaf.statement)
      }
      plan.rows = reader.rows
      for rejected in reader.rejected {
        var record = try CSVReader(
          plan.header.csvLine(table.content.delimiter) + table.content.bytes[rejected.bytes],
          delimiter: table.content.delimiter)
        _ = try? record.next()
        plan.rejected.append(
          ImportPlan.Rejected(fields: record.last?.fields ?? [], problems: rejected.problems.map(located)))
      }
    }
    plan.review = references.review
  }

  /// Where the table itself makes actors and rows are left out, those that refer to an actor of such a row are left out, too, and so on.
  private func readStatements(_ plan: inout ImportPlan, isKeepingGoing: Bool) throws {
    let empty = plan
    var left: Set<Int> = []
    while true {
      let found = try readStatements(&plan, without: left)
      guard isKeepingGoing, makesActors, !found.isSubset(of: left) else { return }
      left.formUnion(found)
      plan = empty
    }
  }

  private var makesActors: Bool { table.mapping.entities.contains { $0.kind == .actor } }

  /// Two passes where the table itself makes actors: the first learns which, so that rows may refer to one another in any order. The numbers
  /// of the rows that cannot be taken.
  ///
  /// - Parameter left: rows whose actors do not count.
  private func readStatements(_ plan: inout ImportPlan, without left: Set<Int>) throws -> Set<Int> {
    var register = register
    if makesActors {
      var row = 0
      try rows { _ in
        true
      } isActor: { _ in
        false
      } resolve: { _ in
        .found("")
      } each: { _, statements, _ in
        row += 1
        if !left.contains(row) { for statement in statements { register.add(statement) } }
      }
    }
    var found: Set<Int> = []
    let references = ActorReferences(register, since: since)
    let known = register
    plan.header = try rows { id in
      sources.contains(SourceID(id))
    } isActor: { id in
      known.holds(ActorID(id))
    } resolve: {
      references.resolve($0)
    } each: { fields, statements, problems in
      plan.rows += 1
      if problems.isEmpty {
        plan.delivery.statements += statements
      } else {
        found.insert(plan.rows)
        plan.rejected.append(ImportPlan.Rejected(fields: fields, problems: problems.map(located)))
      }
    }
    plan.review = references.review
    return found
  }

  /// Goes through the table's rows; its header.
  @discardableResult
  private func rows(
    isSource: @escaping (String) -> Bool, isActor: @escaping (String) -> Bool,
    resolve: @escaping (String) -> RowReader.Resolution, each: ([String], [Statement], [RowProblem]) -> Void
  ) throws -> [String] {
    let content = table.content
    return try reporting {
      var csv = try CSVReader(content.bytes, delimiter: content.delimiter)
      var rows = try RowReader(
        table.mapping, mappingFile: table.name, header: csv.header, isSource: isSource, isActor: isActor,
        resolve: resolve)
      var number = 0
      while true {
        number += 1
        if number % 4096 == 0 {
          progress(Advance(step: .reading, done: csv.position, total: content.bytes.count))
        }
        do throws(CSVError) {
          guard let record = try csv.next() else { return csv.header }
          let reading = rows.read(record, of: content)
          each(record.fields, reading.statements, reading.problems)
        } catch {
          guard let problem = error.problem else { throw error }
          each(csv.last?.fields ?? [], [], [problem])
        }
      }
    }
  }

  private func reporting<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as CSVError {
      throw WorkbenchError.csv(file: table.content.name, error.placed(in: table.content))
    } catch let error as FormatError {
      throw WorkbenchError.format(error)
    }
  }

  private func located(_ problem: RowProblem) -> ImportProblem {
    ImportProblem(
      file: table.content.name, line: table.content.row(ofLine: problem.line), column: problem.column,
      value: problem.value, expected: problem.expected)
  }
}
