import Chronology
import Testing

@Suite("What remains of a whole without a part") struct SubsetTests {
  /// A world of one item: whether it is in the whole, and in the part, which is in the whole.
  private struct Item: Hashable {
    let isInWhole: Bool
    let isInPart: Bool

    var remains: Bool { isInWhole && !isInPart }
  }

  /// What is known of one item, as the worlds it leaves open: every choice of at least one.
  private var knowledge: [[Item]] {
    let worlds = [
      Item(isInWhole: false, isInPart: false), Item(isInWhole: true, isInPart: false),
      Item(isInWhole: true, isInPart: true),
    ]
    return (1..<8).map { bits in (0..<3).filter { bits >> $0 & 1 == 1 }.map { worlds[$0] } }
  }

  /// How many items have a property, by what is known of each.
  private func count(_ items: [[Item]], _ property: (Item) -> Bool) -> Count {
    Count(
      tallying: items.map { worlds in
        if worlds.allSatisfy(property) { return .certainly }
        return worlds.contains(where: property) ? .possibly : .no
      })
  }

  private struct Counts: Hashable {
    let whole: Count
    let part: Count
  }

  @Test("is bounded as narrowly as the two counts allow")
  func subsets() {
    var least: [Counts: Int] = [:]
    var most: [Counts: Int] = [:]
    for items in sequences(of: knowledge, length: 4) {
      let known = Counts(whole: count(items, \.isInWhole), part: count(items, \.isInPart))
      // The items are independent: the fewest and most that remain are those of each item.
      let remaining = count(items, \.remains)
      least[known] = min(least[known] ?? .max, remaining.certain)
      most[known] = max(most[known] ?? .min, remaining.possible)
    }
    #expect(least.count > 50)
    for (known, low) in least {
      let bounds = known.whole.removing(subset: known.part)
      #expect(bounds.certain == low, "\(known)")
      #expect(bounds.possible == most[known], "\(known)")
    }
  }

  @Test("is exact when the part is a selection of the whole")
  func selections() {
    let answers = Trichotomy.allCases.flatMap { [($0, true), ($0, false)] }
    for items in sequences(of: answers, length: 4) {
      let whole = Count(tallying: items.map(\.0))
      let part = Count(tallying: items.filter(\.1).map(\.0))
      let rest = Count(tallying: items.filter { !$0.1 }.map(\.0))
      #expect(whole.removing(selection: part) == rest)
      #expect(part.subset(of: whole) == part)
    }
  }
}
