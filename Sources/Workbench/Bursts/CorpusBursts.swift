public import Archive
import Chronology
public import Discourse
import Foundation

/// Texts of a corpus that are one, nearly, and that many accounts published within a short time.
public struct CorpusBursts: Sendable {
  /// A document of a burst.
  struct Post: Sendable {
    let document: String
    let title: String?
    let date: String?
    let accounts: [String]
  }

  struct Told: Sendable {
    let posts: [Post]
    let accounts: [String]
    let first: Day
    let last: Day
    /// Accounts that are in another burst, too.
    let recurring: Int
  }

  public let corpus: String
  public let rule: Burst.Rule
  let likeness: DuplicateRule
  /// The most accounts first.
  let bursts: [Told]
  /// Documents with copies of which it is not known on which day, or by whom, they were published.
  let unknown: Int
  let withoutText: Int

  public var count: Int { bursts.count }

  /// - Parameters:
  ///   - shingle, resemblance: when two texts are one. A text that another one quotes is not the same text here.
  ///   - progress: told how many texts were read.
  /// - Throws: `ArchiveError.unknownCorpus`
  public init(
    _ corpus: String, _ archive: ArchiveStore, rule: Burst.Rule, shingle: Int, resemblance: Double,
    progress: Advance.Listener? = nil
  ) throws {
    (self.corpus, self.rule) = (corpus, rule)
    likeness = DuplicateRule(
      shingle: shingle, resemblance: resemblance, containment: 1, window: rule.window, leastContained: .max)
    let copies = try CorpusDuplicates.find(in: corpus, archive, rule: likeness, progress: progress)
    withoutText = copies.corpus.withoutText
    let published = try Self.published(copies, archive)
    var (found, unknown) = ([Burst](), 0)
    for cluster in copies.found.clusters {
      let posts = cluster.compactMap { published[$0]?.post }
      unknown += cluster.count - posts.count
      found += Burst.find(posts, rule)
    }
    self.unknown = unknown
    var times: [String: Int] = [:]
    for account in found.flatMap(\.accounts) { times[account, default: 0] += 1 }
    let sorted = found.sorted {
      (-$0.accounts.count, $0.days.lowerBound) < (-$1.accounts.count, $1.days.lowerBound)
    }
    bursts = sorted.map { burst in
      Told(
        posts: burst.posts.compactMap { published[$0.document]?.told }, accounts: burst.accounts,
        first: Day(number: burst.days.lowerBound), last: Day(number: burst.days.upperBound),
        recurring: burst.accounts.count { times[$0] ?? 0 > 1 })
    }
  }

  private struct Publication {
    let told: Post
    /// Nil where the day, or who published it, is not known.
    let post: Burst.Post?
  }

  /// How the documents that have copies were published, by their places.
  private static func published(_ copies: CorpusDuplicates, _ archive: ArchiveStore) throws -> [Int:
    Publication]
  {
    let places = copies.found.clusters.flatMap(\.self)
    let ids = try archive.documentIDs(places.map { copies.numbers[$0] })
    let placeOf = Dictionary(uniqueKeysWithValues: zip(ids, places))
    var published: [Int: Publication] = [:]
    try archive.eachDocument(of: copies.corpus.name, isWhole: false) { document in
      guard let place = placeOf[document.id] else { return }
      let accounts = try accounts(of: document)
      let day = document.days.flatMap { $0.lowerBound == $0.upperBound ? Day($0.lowerBound)?.number : nil }
      published[place] = Publication(
        told: Post(
          document: document.id, title: document.title, date: document.date, accounts: accounts),
        post: accounts.isEmpty
          ? nil : day.map { Burst.Post(document: place, day: $0, accounts: accounts) })
    }
    return published
  }

  /// Those who wrote it; where they are not told, the outlet.
  private static func accounts(of document: ExchangedDocument) throws -> [String] {
    guard let authors = document.authors else { return [document.outlet].compactMap(\.self) }
    return try JSONDecoder().decode([String].self, from: Data(authors.utf8))
  }
}
