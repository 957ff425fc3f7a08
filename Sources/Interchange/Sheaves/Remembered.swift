import Diplomacy

/// What an expression, or a claim, of the mapping comes to, row by row: the distinct values, and what each combination of cells comes to.
struct Remembered<Value: Sendable> {
  private var memo: Memo
  private(set) var values: [Value] = []

  init(columns: [Int]) { memo = Memo(columns: columns) }

  /// The number of the row's value; `Memo.none` where it says nothing or cannot be taken: then the problems say why.
  mutating func code(
    _ row: RawRow, _ context: RowContext, _ problems: inout [RowProblem],
    _ work: (inout RowReading) -> Value?
  ) -> Int32 {
    memo.code(row.codes, &problems, line: row.line) {
      let (value, found) = context.work(row, work)
      guard let value, found.isEmpty else { return (Memo.none, found) }
      values.append(value)
      return (Int32(values.count - 1), [])
    }
  }
}
