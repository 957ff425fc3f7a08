/// What some columns' cells come to, remembered by the cells' numbers: the number of a value, or what is wrong.
///
/// The number of a combination of cells is that of its first two, combined with the third, and so on.
struct Memo {
  /// Which of the columns in use it depends on.
  private let columns: [Int]
  private var pairs: [[UInt64: Int32]]
  private var codes: [Int32] = []
  private var faults: [Int: [RowProblem]] = [:]

  /// Nothing is said.
  static let none: Int32 = -1
  private static let faulty: Int32 = -2
  private static let unknown: Int32 = -3

  init(columns: [Int]) {
    self.columns = columns
    pairs = Array(repeating: [:], count: max(0, columns.count - 1))
  }

  /// The number of what this row's cells come to; worked out where they were not met before. What is wrong is added to the problems.
  mutating func code(
    _ cells: UnsafeMutablePointer<Int32>, _ problems: inout [RowProblem], line: Int,
    work: () -> (code: Int32, problems: [RowProblem])
  ) -> Int32 {
    let place = place(cells)
    if place >= codes.count {
      codes.append(contentsOf: repeatElement(Self.unknown, count: place + 1 - codes.count))
    }
    if codes[place] == Self.unknown {
      let (code, found) = work()
      codes[place] = found.isEmpty ? code : Self.faulty
      if !found.isEmpty { faults[place] = found }
    }
    guard codes[place] == Self.faulty else { return codes[place] }
    problems += (faults[place] ?? []).map {
      RowProblem(line: line, column: $0.column, value: $0.value, expected: $0.expected)
    }
    return Self.none
  }

  private mutating func place(_ cells: UnsafeMutablePointer<Int32>) -> Int {
    guard let first = columns.first else { return 0 }
    var number = cells[first]
    var index = 1
    while index < columns.count {
      let key =
        UInt64(UInt32(bitPattern: number)) << 32 | UInt64(UInt32(bitPattern: cells[columns[index]]))
      if let known = pairs[index - 1][key] {
        number = known
      } else {
        number = Int32(pairs[index - 1].count)
        pairs[index - 1][key] = number
      }
      index += 1
    }
    return Int(number)
  }
}
