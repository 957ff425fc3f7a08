extension String {
  /// The Levenshtein distance in characters: insertions, deletions and replacements (Levenshtein 1966).
  ///
  /// Time is the product of the lengths, memory that of the shorter one.
  public func editDistance(to other: String) -> Int {
    let (short, long) = count < other.count ? (Array(self), Array(other)) : (Array(other), Array(self))
    var previous = Array(0...short.count)
    for (row, character) in long.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(short.count + 1)
      for (column, candidate) in short.enumerated() {
        let replaced = previous[column] + (candidate == character ? 0 : 1)
        current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[short.count]
  }
}
