/// How far coders agree on where in texts something stands: Krippendorff's α for unitizing, α_U.
///
/// The texts are one continuum, laid end to end; no unit and no gap between units reaches from one into the next. Units are ranges of code
/// points. What two coders disagree on is measured by how far the ends of units that overlap lie apart, squared, and by the length, squared, of
/// a unit where the other found none (K. Krippendorff, "On the reliability of unitizing continuous data", *Sociological Methodology* 25, 1995,
/// equations 1 to 3). What chance would disagree on is the mean of that over all ways to lay the same units and gaps (*Content Analysis*, 2nd
/// edition, 2004, section 11.6; in the table of 1995 some denominators leave out that no unit is laid beside itself).
public struct Unitizing: Sendable {
  /// A text that all coders have gone through.
  public struct Text: Sendable {
    let length: Int
    /// Of each coder: in order, none overlapping another.
    let units: [[Range<Int>]]

    /// - Parameters:
    ///   - length: in code points.
    ///   - passages: what each coder found. Those that overlap are one unit, those that meet are two; what lies beyond the text's end, or is empty,
    ///     is none.
    public init(length: Int, passages: [[Passage]]) {
      self.length = max(0, length)
      units = passages.map { Self.units($0, in: max(0, length)) }
    }

    private static func units(_ passages: [Passage], in length: Int) -> [Range<Int>] {
      var units: [Range<Int>] = []
      for passage in passages.sorted() where passage.start < min(passage.end, length) {
        let range = passage.start..<min(passage.end, length)
        if let last = units.last, range.lowerBound < last.upperBound {
          units[units.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          units.append(range)
        }
      }
      return units
    }

    /// What a coder's units leave over.
    func gaps(of coder: Int) -> [Range<Int>] {
      var (gaps, place): ([Range<Int>], Int) = ([], 0)
      for unit in units[coder] + [length..<length] {
        if unit.lowerBound > place { gaps.append(place..<unit.lowerBound) }
        place = unit.upperBound
      }
      return gaps
    }
  }

  /// In code points, of all texts together.
  public let length: Int
  /// How many units all coders found.
  public let units: Int
  /// The disagreement there is, and what chance would give; the second is 0 where there are no units.
  public let observed: Double
  public let expected: Double
  private let coders: Int

  /// - Parameter texts: each with as many coders.
  public init(_ texts: [Text]) {
    let coders = texts.first?.units.count ?? 0
    let length = texts.map(\.length).reduce(0, +)
    let lengths = texts.flatMap { $0.units.joined().map { Double($0.count) } }
    (self.coders, self.length, units) = (coders, length, lengths.count)
    guard coders > 1, length > 0, !lengths.isEmpty else {
      (observed, expected) = (0, 0)
      return
    }
    let (m, l) = (Double(coders), Double(length))
    observed = 2 * texts.map(Self.difference).reduce(0, +) / (m * (m - 1) * l * l)
    let gaps = texts.flatMap { text in (0..<coders).flatMap { text.gaps(of: $0).map { Double($0.count) } } }
    let places = m * l * (m * l - 1) - lengths.reduce(0) { $0 + $1 * ($1 - 1) }
    expected = 2 / l * Self.sum(lengths, gaps) / places
  }

  /// Undefined where no two coders went through the same text, or nobody found anything.
  ///
  /// - Parameter category: what was looked for, to say that it was never found.
  public func alpha(of category: String) -> Estimate {
    guard coders > 1, length > 0 else { return .undefined(.noSharedUnit) }
    return expected > 0 ? .value(1 - observed / expected, nil) : .undefined(.neverGiven(category))
  }

  /// The squared differences of every unit and gap of one coder from those of another, pair by pair of coders.
  private static func difference(in text: Text) -> Double {
    var sum = 0.0
    for one in text.units.indices {
      for other in text.units.indices where other != one {
        let (theirs, gaps) = (text.units[other], text.gaps(of: other))
        for unit in text.units[one] {
          // Two overlapping units are met twice, once from either side.
          for found in theirs where found.overlaps(unit) {
            let (first, last) = (
              found.lowerBound - unit.lowerBound, found.upperBound - unit.upperBound
            )
            sum += (Double(first * first) + Double(last * last)) / 2
          }
          if gaps.contains(where: { $0.lowerBound <= unit.lowerBound && unit.upperBound <= $0.upperBound }) {
            sum += Double(unit.count) * Double(unit.count)
          }
        }
      }
    }
    return sum
  }

  /// The same, of each unit beside every other unit, and within every gap that holds it, summed over all places where they can meet.
  private static func sum(_ lengths: [Double], _ gaps: [Double]) -> Double {
    let gaps = gaps.sorted(by: >)
    // From the longest unit on, more and more gaps are long enough.
    var (total, inGaps, met) = (0.0, 0.0, 0)
    for length in lengths.sorted(by: >) {
      while met < gaps.count, gaps[met] >= length {
        inGaps += gaps[met]
        met += 1
      }
      let cube = 2 * length * length * length - 3 * length * length + length
      total += Double(lengths.count - 1) / 3 * cube
      total += length * length * (inGaps - Double(met) * (length - 1))
    }
    return total
  }
}
