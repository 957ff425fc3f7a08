/// Which row of a sheet each line of its text stands for: blank rows are left out of the text, and a cell may hold several lines.
struct RowMap: Hashable, Sendable {
  private var steps: [Step] = []

  /// From this line on, a row is a line and an offset.
  private struct Step: Hashable, Sendable {
    let line: Int
    let offset: Int
  }

  /// Notes that a row begins on a line. Lines are noted in ascending order.
  mutating func note(row: Int, onLine line: Int) {
    let offset = row - line
    if steps.last?.offset ?? 0 != offset { steps.append(Step(line: line, offset: offset)) }
  }

  /// The row whose first line this is.
  func row(ofLine line: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? line : line + steps[low - 1].offset
  }
}
