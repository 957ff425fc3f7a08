/// Takes ratings one by one, in any order, and makes them one table.
public struct RatingsCollector {
  private struct Place: Hashable {
    let unit: Int
    let coder: Int
  }

  private let level: Level
  private let declared: [String]?
  private var units = Numbering()
  private var coders = Numbering()
  private var categories = Numbering()
  private var numbers: [Double] = []
  private var categoryOfNumber: [Double: Int] = [:]
  private var taken: Set<Place> = []
  private var given: [(unit: Int, coder: Int, value: Int)] = []

  /// - Parameter categories: all values that a rating may be, from the lowest to the highest; nil where those that come are all there are.
  ///   At interval and ratio level they have to be numbers.
  /// - Throws: `RatingFault.unfit` for a declared category that is no number where the level wants one.
  public init(level: Level, categories: [String]? = nil) throws(RatingFault) {
    self.level = level
    declared = categories
    for category in categories ?? [] { _ = try number(ofNew: category) }
  }

  /// - Throws: `RatingFault`; the rating is then left out.
  public mutating func add(_ value: String, of unit: String, by coder: String) throws(RatingFault) {
    let category = try self.category(value)
    let place = Place(unit: units.number(of: unit), coder: coders.number(of: coder))
    guard taken.insert(place).inserted else { throw .repeated(unit: unit, coder: coder) }
    given.append((place.unit, place.coder, category))
  }

  /// So many ratings of one value, by coders who are not named.
  public mutating func add(_ count: Int, times value: String, of unit: String) throws(RatingFault) {
    let category = try self.category(value)
    let number = units.number(of: unit)
    for _ in 0..<count { given.append((number, 0, category)) }
  }

  /// The coder is there, even if no rating of theirs is.
  public mutating func add(coder: String) { _ = coders.number(of: coder) }

  /// What was taken. Categories that were not declared are put into order: by number where all are numbers, else by their text.
  public func ratings() -> Ratings {
    let (scale, places) = ordered()
    var starts = [0]
    var counts = [Int](repeating: 0, count: units.names.count)
    for rating in given { counts[rating.unit] += 1 }
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var givers = [Int](repeating: 0, count: given.count)
    var values = givers
    for rating in given {
      givers[next[rating.unit]] = rating.coder
      values[next[rating.unit]] = places[rating.value]
      next[rating.unit] += 1
    }
    return Ratings(
      scale: scale, units: units.names, coders: coders.names, starts: starts, givers: givers, values: values)
  }

  private mutating func category(_ value: String) throws(RatingFault) -> Int {
    if let known = categories.known(value) { return known }
    if let declared {
      if level == .interval || level == .ratio, let number = Double(value),
        let same = categoryOfNumber[number]
      {
        return same
      }
      throw .undeclared(value: value, categories: declared)
    }
    return try number(ofNew: value)
  }

  /// Of a category that is new; two ways to write one number are one category at a level of numbers.
  private mutating func number(ofNew value: String) throws(RatingFault) -> Int {
    let number = Double(value).flatMap { $0.isFinite ? $0 : nil }
    let isPlaced = level == .nominal || (level == .ordinal && declared != nil)
    if isPlaced {
      numbers.append(number ?? .nan)
      return categories.number(of: value)
    }
    guard let number, level != .ratio || number >= 0 else { throw .unfit(value: value, level: level) }
    if let same = categoryOfNumber[number] { return same }
    categoryOfNumber[number] = numbers.count
    numbers.append(number)
    return categories.number(of: value)
  }

  /// The scale, and the place in it of each category in the order that they came.
  private func ordered() -> (Scale, [Int]) {
    let names = categories.names
    let isMeasured = level == .interval || level == .ratio
    if declared != nil, !isMeasured { return (Scale(level: level, categories: names), Array(names.indices)) }
    let areNumbers = numbers.allSatisfy { !$0.isNaN }
    let order = names.indices.sorted { first, second in
      areNumbers && numbers[first] != numbers[second]
        ? numbers[first] < numbers[second] : names[first] < names[second]
    }
    var places = [Int](repeating: 0, count: names.count)
    for (place, category) in order.enumerated() { places[category] = place }
    let scale = Scale(
      level: level, categories: order.map { names[$0] }, numbers: isMeasured ? order.map { numbers[$0] } : nil
    )
    return (scale, places)
  }
}

/// Numbers names from 0 in the order they come.
private struct Numbering {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  func known(_ name: String) -> Int? { numbers[name] }

  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
