import Diplomacy

/// What an expression, or a claim, of the mapping comes to, row by row: the distinct values, and what each combination of cells comes to.
struct Remembered<Value: Sendable> {
  private var memo: Memo
  private(set) var values: [Value] = []
  /// The line of the last row whose cells were not met before, and their place.
  private var learnt = (line: 0, place: 0)

  init(columns: [Int]) { memo = Memo(columns: columns) }

  /// The number of the row's value; `Memo.none` where it says nothing or cannot be taken: then the problems say why.
  ///
  /// - Parameter work: only called for cells that were not met before.
  mutating func code(
    _ row: RawRow, _ context: RowContext, _ problems: inout [RowProblem],
    _ work: (inout RowReading) -> Value?
  ) -> Int32 {
    let place = memo.place(row.codes)
    let known = memo.code(at: place)
    if known >= Memo.none { return known }
    if known == Memo.unknown {
      let (value, found) = context.work(row, work)
      learnt = (row.line, place)
      if let value, found.isEmpty {
        values.append(value)
        memo.remember(Int32(values.count - 1), [], at: place)
      } else {
        memo.remember(Memo.none, found, at: place)
      }
      if memo.code(at: place) != Memo.faulty { return memo.code(at: place) }
    }
    problems += memo.problems(at: place).map {
      RowProblem(line: row.line, column: $0.column, value: $0.value, expected: $0.expected)
    }
    return Memo.none
  }

  /// Forgets what was learnt of the row's cells, if they were new: they are worked out again when they are met again.
  mutating func forget(_ row: RawRow) {
    if learnt.line == row.line { memo.forget(learnt.place) }
  }
}
