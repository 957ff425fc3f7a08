import Archive
public import Chronology

/// Partnerships that satisfy some conditions, the earliest first.
public struct PartnershipList: Sendable {
  /// How many there are.
  public let count: Count
  /// Of one kind each, in the index's order.
  private let lists: [ArraySlice<UInt32>]
  private let order: [Int32]
  private let ledger: Ledger
  /// For each distinct date whether it lies in the period asked about; nil where none is.
  private let answers: [Trichotomy]?

  init(_ lists: [ArraySlice<UInt32>], order: [Int32], ledger: Ledger, established: Period?) {
    (self.lists, self.order, self.ledger) = (lists, order, ledger)
    answers = established.map { period in
      ledger.answers { period.answer($0.establishedEarliest, $0.establishedLatest) }
    }
    var (certain, possible) = (0, 0)
    for list in lists {
      for entry in list {
        let answer = Self.answer(entry, order, ledger, answers)
        certain += answer == .certainly ? 1 : 0
        possible += answer == .no ? 0 : 1
      }
    }
    count = Count(certain: certain, possible: possible)
  }

  /// So many of them, after the first so many.
  public func entries(from first: Int, atMost most: Int) -> [PartnershipIndex.Entry] {
    var rest = lists
    var entries: [PartnershipIndex.Entry] = []
    var passed = 0
    while entries.count < most,
      let earliest = rest.indices.min(by: { Self.comes(rest[$0], before: rest[$1]) }),
      let entry = rest[earliest].popFirst()
    {
      let answer = Self.answer(entry, order, ledger, answers)
      if answer == .no { continue }
      if passed >= first {
        entries.append(
          PartnershipIndex.Entry(
            number: Int(order[IndexLists.place(entry)]), isCertain: answer == .certainly))
      }
      passed += 1
    }
    return entries
  }

  private static func comes(_ left: ArraySlice<UInt32>, before right: ArraySlice<UInt32>) -> Bool {
    guard let one = left.first else { return false }
    return right.first.map { one < $0 } ?? true
  }

  private static func answer(
    _ entry: UInt32, _ order: [Int32], _ ledger: Ledger, _ answers: [Trichotomy]?
  ) -> Trichotomy {
    let own: Trichotomy = IndexLists.isCertain(entry) ? .certainly : .possibly
    guard let answers else { return own }
    return own.and(answers[Int(ledger.dateCodes[Int(order[IndexLists.place(entry)])])])
  }
}
