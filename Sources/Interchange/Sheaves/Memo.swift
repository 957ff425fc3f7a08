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
  /// The cells cannot be taken: `problems` says why.
  static let faulty: Int32 = -2
  /// These cells were not met together before.
  static let unknown: Int32 = -3

  init(columns: [Int]) {
    self.columns = columns
    pairs = Array(repeating: [:], count: max(0, columns.count - 1))
  }

  /// The place of this row's combination of cells.
  mutating func place(_ cells: UnsafeMutablePointer<Int32>) -> Int {
    if columns.isEmpty { return 0 }
    var number = cells[columns[0]]
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

  /// The number at a place, or one of the marks.
  func code(at place: Int) -> Int32 { place < codes.count ? codes[place] : Self.unknown }

  func problems(at place: Int) -> [RowProblem] { faults[place] ?? [] }

  mutating func forget(_ place: Int) {
    codes[place] = Self.unknown
    faults[place] = nil
  }

  mutating func remember(_ code: Int32, _ problems: [RowProblem], at place: Int) {
    if place >= codes.count {
      codes.append(contentsOf: repeatElement(Self.unknown, count: place + 1 - codes.count))
    }
    codes[place] = problems.isEmpty ? code : Self.faulty
    if !problems.isEmpty { faults[place] = problems }
  }
}
