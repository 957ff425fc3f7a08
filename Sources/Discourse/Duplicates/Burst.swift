/// Texts that are one, nearly, which many accounts published within a short time. It shows that they were published together, and says nothing of who or what
/// published them: a campaign does so, and so do a petition, a button to share, and the customers of a news agency.
public struct Burst: Hashable, Sendable {
  /// What makes a burst.
  public struct Rule: Hashable, Sendable {
    /// The least number of accounts.
    public let accounts: Int
    /// From the first day to the last at most so many days later; 0 is one day.
    public let window: Int

    public init(accounts: Int = 5, window: Int = 1) {
      (self.accounts, self.window) = (max(1, accounts), max(0, window))
    }
  }

  /// A document as far as bursts are told by it.
  public struct Post: Hashable, Sendable {
    public let document: Int
    /// As a number of days.
    public let day: Int
    /// Who published it; several who did together are each an account.
    public let accounts: [String]

    public init(document: Int, day: Int, accounts: [String]) {
      (self.document, self.day, self.accounts) = (document, day, accounts)
    }
  }

  /// By day, those of a day by document.
  public let posts: [Post]
  /// Each once, in the order of their first posts.
  public let accounts: [String]

  public var days: ClosedRange<Int> { posts[0].day...posts[posts.count - 1].day }

  /// The bursts among the posts of one text: the window with the most accounts, the first such, as long as it has enough; then those before
  /// and after it, likewise. By day.
  public static func find(_ posts: [Post], _ rule: Rule) -> [Burst] {
    let sorted = posts.sorted { ($0.day, $0.document) < ($1.day, $1.document) }
    var found: [Burst] = []
    var waiting = [sorted.indices]
    while let range = waiting.popLast() {
      guard let (window, accounts) = fullest(sorted, range, rule.window), accounts >= rule.accounts else {
        continue
      }
      found.append(Burst(Array(sorted[window])))
      waiting += [range.lowerBound..<window.lowerBound, window.upperBound..<range.upperBound]
    }
    return found.sorted { $0.posts[0].day < $1.posts[0].day }
  }

  private init(_ posts: [Post]) {
    self.posts = posts
    var seen: Set<String> = []
    accounts = posts.flatMap(\.accounts).filter { seen.insert($0).inserted }
  }

  /// The window with the most accounts, and how many. It goes on in steps of a post: the one that enters is counted in, those that leave out.
  private static func fullest(_ posts: [Post], _ range: Range<Int>, _ window: Int) -> (Range<Int>, Int)? {
    var times: [String: Int] = [:]
    var best: (Range<Int>, Int)?
    var first = range.lowerBound
    for last in range {
      for account in posts[last].accounts { times[account, default: 0] += 1 }
      while posts[last].day - posts[first].day > window {
        for account in posts[first].accounts {
          let left = (times[account] ?? 1) - 1
          times[account] = left > 0 ? left : nil
        }
        first += 1
      }
      // Of a day all posts are in, or none.
      let isDayOver = last + 1 == range.upperBound || posts[last + 1].day > posts[last].day
      if isDayOver, times.count > best?.1 ?? 0 { best = (first..<(last + 1), times.count) }
    }
    return best
  }
}
