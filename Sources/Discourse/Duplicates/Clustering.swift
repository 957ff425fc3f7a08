/// Puts texts together that are one text, without taking it that what is like something alike is alike.
///
/// Pairs are taken from the strongest to the weakest. Two clusters become one where at least half of all pairs across them were found, which is
/// average linkage (Sokal and Michener 1958) on pairs that are there or not; or where one text was found alike to all others, as a dispatch is
/// to copies that each changed another part of it. A chain of look-alikes, each like the next alone, falls into pieces of three at most.
struct Clustering {
  private var clusterOf: [Int]
  private var members: [[Int]]
  /// The texts that each text was found alike to.
  private let alike: [Set<Int>]
  /// Of each cluster, how many pairs were found across it and each other cluster.
  private var links: [[Int: Int]]

  /// The clusters of two texts or more: each in rising order, by their first texts.
  static func clusters(of count: Int, _ pairs: [TextPair]) -> [[Int]] {
    var clustering = Clustering(count, pairs)
    var left = pairs.sorted {
      (-$0.strength, $0.first, $0.second) < (-$1.strength, $1.first, $1.second)
    }
    while true {
      let before = left.count
      left = left.filter { !clustering.join($0) }
      if left.count == before { break }
    }
    return clustering.members.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private init(_ count: Int, _ pairs: [TextPair]) {
    clusterOf = Array(0..<count)
    members = (0..<count).map { [$0] }
    links = [[Int: Int]](repeating: [:], count: count)
    var alike = [Set<Int>](repeating: [], count: count)
    for pair in pairs {
      links[pair.first][pair.second] = 1
      links[pair.second][pair.first] = 1
      alike[pair.first].insert(pair.second)
      alike[pair.second].insert(pair.first)
    }
    self.alike = alike
  }

  /// Whether one of the texts of two clusters is alike to all others of both.
  private func haveCentre(_ one: Int, _ other: Int) -> Bool {
    let all = members[one] + members[other]
    return all.contains { centre in
      alike[centre].count >= all.count - 1 && all.allSatisfy { $0 == centre || alike[centre].contains($0) }
    }
  }

  /// Whether the two texts are in one cluster from now on.
  private mutating func join(_ pair: TextPair) -> Bool {
    let (one, other) = (clusterOf[pair.first], clusterOf[pair.second])
    if one == other { return true }
    guard
      2 * (links[one][other] ?? 0) >= members[one].count * members[other].count || haveCentre(one, other)
    else { return false }
    let (kept, gone) = links[one].count >= links[other].count ? (one, other) : (other, one)
    for text in members[gone] { clusterOf[text] = kept }
    members[kept] += members[gone]
    members[gone] = []
    links[kept][gone] = nil
    links[gone][kept] = nil
    for (third, count) in links[gone] {
      links[kept][third, default: 0] += count
      links[third][gone] = nil
      links[third][kept, default: 0] += count
    }
    links[gone] = [:]
    return true
  }
}

extension TextPair {
  fileprivate var strength: Double { max(resemblance, containment) }
}
