import Algorithms

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
    let later = steps.partitioningIndex { $0.line > line }
    return later == 0 ? line : line + steps[later - 1].offset
  }
}
