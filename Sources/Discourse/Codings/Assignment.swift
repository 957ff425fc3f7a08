/// Who is to code what, in which order. No coder is told who else has a document.
public struct Assignment: Hashable, Sendable {
  public let document: String
  public let coder: String
  /// Its place in what the coder is to do, from 0.
  public let place: Int

  public init(document: String, coder: String, place: Int) {
    (self.document, self.coder, self.place) = (document, coder, place)
  }
}

/// How documents are given out.
public struct AssignmentRule: Hashable, Sendable {
  public let coders: [String]
  /// How many coders a document of the overlap gets.
  public let each: Int
  /// The share of the documents that several coders get, from 0 to 1; the others get one.
  public let overlap: Double
  /// Of the generator, `SplitMix64`: the same seed and documents give the same assignments.
  public let seed: UInt64

  /// - Throws: `AssignmentFault` unless there are coders, each once, enough of them, and the overlap is a share.
  public init(coders: [String], each: Int, overlap: Double = 1, seed: UInt64) throws(AssignmentFault) {
    guard !coders.isEmpty else { throw .noCoders }
    guard Set(coders).count == coders.count else { throw .repeatedCoder }
    guard (1...coders.count).contains(each) else { throw .each(each, coders: coders.count) }
    guard (0...1).contains(overlap) else { throw .overlap(overlap) }
    (self.coders, self.each, self.overlap, self.seed) = (coders, each, overlap, seed)
  }

  /// So many of the documents, by lot, in an order that tells nothing; all where there are no more.
  public func draw(_ count: Int, of documents: [String]) -> [String] {
    // Another sequence of numbers than that of the assignments.
    var generator = SplitMix64(seed: ~seed)
    return Array(documents.shuffled(using: &generator).prefix(count))
  }

  /// Draws which documents overlap, and gives each to the coders who have least so far; of those, to the ones who have met each other least,
  /// so that every pair of coders shares about as much; of those, by lot. Each coder then gets theirs in an order of their own: nobody can tell
  /// from it which documents others have, too.
  ///
  /// - Parameter documents: each once. The overlap is rounded to whole documents.
  public func assign(_ documents: [String]) -> [Assignment] {
    var generator = SplitMix64(seed: seed)
    let drawn = documents.shuffled(using: &generator)
    let shared = Int((overlap * Double(documents.count)).rounded())
    var loads = [Int](repeating: 0, count: coders.count)
    var meetings = [[Int]](repeating: loads, count: coders.count)
    var own = [[String]](repeating: [], count: coders.count)
    for (number, document) in drawn.enumerated() {
      var chosen: [Int] = []
      for _ in 0..<(number < shared ? each : 1) {
        let lots = coders.indices.map { _ in generator.next() }
        let next = coders.indices.filter { !chosen.contains($0) }.min { one, other in
          let (met, otherMet) = (
            chosen.reduce(0) { $0 + meetings[one][$1] }, chosen.reduce(0) { $0 + meetings[other][$1] }
          )
          return (loads[one], met, lots[one]) < (loads[other], otherMet, lots[other])
        }
        guard let next else { break }
        for other in chosen {
          meetings[next][other] += 1
          meetings[other][next] += 1
        }
        chosen.append(next)
        loads[next] += 1
        own[next].append(document)
      }
    }
    return coders.indices.flatMap { coder in
      own[coder].shuffled(using: &generator).enumerated().map {
        Assignment(document: $1, coder: coders[coder], place: $0)
      }
    }
  }
}

/// A rule by which nothing can be assigned.
public enum AssignmentFault: Error, Hashable, Sendable {
  case noCoders
  case repeatedCoder
  /// So many coders a document, of so many.
  case each(Int, coders: Int)
  case overlap(Double)
}
