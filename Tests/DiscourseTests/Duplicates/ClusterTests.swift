import Discourse
import Testing

@Suite("Clusters of near-duplicates")
struct ClusterTests {
  /// Texts made of numbered blocks of twenty words.
  private func search(_ texts: [([Int], day: Int?)], _ rule: DuplicateRule = DuplicateRule()) -> Duplicates {
    var search = DuplicateSearch(rule)
    for (blocks, day) in texts {
      let words = blocks.flatMap { block in (0..<20).map { "b\(block)w\($0)" } }
      search.add(Shingles(words.joined(separator: " ")), day: day)
    }
    return search.find()
  }

  @Test("are not made of a chain of look-alikes, each like the next alone")
  func chain() {
    // Ten texts of ten blocks; each has seven of the one before, and so four of the one before that.
    let found = search((0..<10).map { (Array(($0 * 3)..<($0 * 3 + 10)), day: 1) })
    var pairs = 0
    found.forEachPair { pair in
      pairs += 1
      #expect(pair.second - pair.first == 1)
    }
    #expect(pairs == 9)
    #expect(found.clusters.allSatisfy { $0.count <= 3 } && found.clusters.count >= 3, "\(found.clusters)")
  }

  @Test("hold the copies of one dispatch that each changed another part of it")
  func star() {
    // Of ten blocks each copy changes three, no two the same: like the dispatch (7 of 13), unlike each other (4 of 16).
    let dispatch = Array(0..<10)
    let copies = [0, 3, 6].map { start in
      dispatch.map { (start..<(start + 3)).contains($0) ? 100 + start * 10 + $0 : $0 }
    }
    let found = search([(dispatch, day: 3)] + copies.map { ($0, day: 4) })
    #expect(found.clusters == [[0, 1, 2, 3]] && found.duplicates == 3)
  }

  @Test("begin with the earliest document, those without a date last")
  func earliest() {
    let found = search([
      ([1, 2, 3], day: nil), ([1, 2, 3], day: 9), ([1, 2, 3, 4], day: 5), ([7, 8], day: 5),
    ])
    #expect(found.clusters == [[2, 1, 0]] && found.exactGroups == [[0, 1]])
    #expect(found.documents == 4 && found.duplicates == 2)
  }

  @Test("are cut where nothing was published for longer than the window")
  func notices() {
    // A notice that comes back word by word every hundred days, twice each time.
    let found = search([0, 1, 100, 101, 200].map { ([1, 2, 3], day: $0) })
    #expect(found.exactGroups == [[0, 1, 2, 3, 4]])
    #expect(found.clusters == [[0, 1], [2, 3]])
    #expect(search([0, 100].map { ([1, 2, 3], day: $0) }, DuplicateRule(window: nil)).clusters == [[0, 1]])
  }

  @Test("leave documents without words alone")
  func empty() {
    let found = search([([], day: 1), ([], day: 1), ([1, 2], day: 1)])
    #expect(found.documents == 3 && found.clusters.isEmpty && found.exactGroups.isEmpty)
  }
}
