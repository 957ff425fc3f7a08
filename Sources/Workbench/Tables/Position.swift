/// Where a partnership stands along an axis: the keys that it takes for certain, and those that it may take.
struct Position: Hashable, Sendable {
  /// The certain ones first; in ascending order, both parts.
  let keys: [Int32]
  /// How many of them are certain.
  let certain: Int

  /// - Parameter places: the places that it takes, each one of several keys where the record leaves it open.
  init(_ places: [[Int32]]) {
    let sure = Set(places.lazy.filter { $0.count == 1 }.joined())
    self.init(sure: sure.sorted(), open: Set(places.joined()).subtracting(sure).sorted())
  }

  /// One place of one key.
  init(_ key: Int32) { self.init(sure: [key], open: []) }

  /// - Parameters:
  ///   - sure: the certain keys, in ascending order, each once.
  ///   - open: the others, in the same way.
  init(sure: [Int32], open: [Int32]) { (keys, certain) = (sure + open, sure.count) }

  /// Whether it stands at a key, as the weight of the answer.
  func weight(at key: Int32) -> UInt64 {
    guard let place = keys.firstIndex(of: key) else { return Weight.no }
    return place < certain ? Weight.certainly : Weight.possibly
  }
}

/// The different positions along an axis, numbered: first those of a single key, in the order of keys, then the others as they were met.
struct Positions: Sendable {
  private(set) var all: [Position]
  private var numbers: [Position: Int32] = [:]

  init(keys: Int) { all = (0..<keys).map { Position(Int32($0)) } }

  /// The number of a position, which is added where it is new.
  mutating func number(of position: Position) -> Int32 {
    if position.keys.count == 1, position.certain == 1 { return position.keys[0] }
    if let number = numbers[position] { return number }
    let number = Int32(all.count)
    numbers[position] = number
    all.append(position)
    return number
  }
}
