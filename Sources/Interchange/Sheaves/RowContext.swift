import Diplomacy

/// What the rows of a table share while a sheaf is made of it, and the way back to `RowReading` for what was not met before.
final class RowContext {
  /// Statements on the actors that the table makes.
  private(set) var actors: [Statement] = []
  let mapping: Mapping
  let columns: [String: Int]
  let isSource: (String) -> Bool
  private let isActor: (String) -> Bool
  private let resolve: (String) -> RowReader.Resolution
  private var made: [String: String] = [:]
  /// How many actors there were before the row.
  private var madeBefore = 0

  init(
    _ mapping: Mapping, columns: [String: Int], isSource: @escaping (String) -> Bool,
    isActor: @escaping (String) -> Bool, resolve: @escaping (String) -> RowReader.Resolution
  ) {
    self.mapping = mapping
    self.columns = columns
    self.isSource = isSource
    self.isActor = isActor
    self.resolve = resolve
  }

  /// Begins a row.
  func begin() { madeBefore = actors.count }

  /// Forgets the actors that the row made; whether there were any.
  func takeBack() -> Bool {
    guard actors.count > madeBefore else { return false }
    for actor in actors[madeBefore...] { made[actor.entity.id] = nil }
    actors.removeSubrange(madeBefore...)
    return true
  }

  /// Works out a part of a record as `RowReading` does.
  func work<T>(_ row: RawRow, _ body: (inout RowReading) -> T) -> (value: T, problems: [RowProblem]) {
    var reading = RowReading(
      mapping: mapping, columns: columns, resolve: resolve, isSource: isSource, isActor: isActor,
      record: row.record)
    swap(&reading.made, &made)
    let value = body(&reading)
    swap(&reading.made, &made)
    actors += reading.statements
    return (value, reading.problems)
  }
}
