import Discourse

extension Ratings {
  /// From rows of cells, a unit each: the units are numbered, the coders lettered; `.` is a missing rating.
  static func table(_ rows: [String], level: Level = .nominal, categories: [String]? = nil) throws -> Ratings
  {
    var collector = try RatingsCollector(level: level, categories: categories)
    for (unit, row) in rows.enumerated() {
      for (coder, cell) in row.split(separator: " ").enumerated() where cell != "." {
        try collector.add(String(cell), of: "\(unit + 1)", by: String(Array("ABCDEFG")[coder]))
      }
    }
    return collector.ratings()
  }
}

/// Krippendorff's canonical example: 12 units, 4 coders, 41 ratings (2011, “Computing Krippendorff's alpha-reliability”, section C).
enum Canonical {
  static let rows = [
    "1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2",
    ". 5 5 5", ". . 1 1", ". . 3 .",
  ]
}

/// Whether two figures are the same but for the rounding of their arithmetic, or are both undefined.
func isSame(_ one: Double?, _ other: Double?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return abs(one - other) < 1e-9
}
