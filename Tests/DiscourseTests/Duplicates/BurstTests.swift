import Discourse
import Testing

@Suite("Bursts")
struct BurstTests {
  /// Posts as `day account`, numbered from 0.
  private func posts(_ text: String) -> [Burst.Post] {
    text.split(separator: ",").enumerated().map { number, post in
      let parts = post.split(separator: " ").map(String.init)
      return Burst.Post(document: number, day: Int(parts[0]) ?? 0, accounts: Array(parts.dropFirst()))
    }
  }

  private func found(_ text: String, accounts: Int, window: Int) -> [[Int]] {
    Burst.find(posts(text), Burst.Rule(accounts: accounts, window: window)).map { $0.posts.map(\.document) }
  }

  @Test("are many accounts within a window, however often each published")
  func accounts() {
    #expect(found("1 a,1 b,2 c", accounts: 3, window: 1) == [[0, 1, 2]])
    #expect(found("1 a,1 b,2 c", accounts: 3, window: 0) == [])
    #expect(found("1 a,1 a,1 a,1 b", accounts: 3, window: 0) == [])
    #expect(found("1 a b c", accounts: 3, window: 0) == [[0]])
    #expect(found("1,2", accounts: 1, window: 9) == [])
    let burst = Burst.find(posts("4 b,3 a,4 a,4 c"), Burst.Rule(accounts: 3, window: 1))
    #expect(burst.map(\.accounts) == [["a", "b", "c"]] && burst[0].days == 3...4)
  }

  @Test("are several where there is a pause, and each has whole days")
  func several() {
    #expect(found("1 a,1 b,5 c,9 a,9 b,9 c", accounts: 2, window: 1) == [[0, 1], [3, 4, 5]])
    #expect(found("1 a,2 b,3 c,3 d,3 e,4 f", accounts: 3, window: 1) == [[1, 2, 3, 4]])
  }

  @Test("take the window that counting every window finds to have most accounts")
  func naive() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<300 {
      let some = (0..<Int.random(in: 1...25, using: &generator)).map { number in
        Burst.Post(
          document: number, day: Int.random(in: 0...12, using: &generator),
          accounts: ["abcdefgh".map(String.init).randomElement(using: &generator)!])
      }
      let window = Int.random(in: 0...3, using: &generator)
      let most = (0...12).map { day in
        Set(some.filter { (day...(day + window)).contains($0.day) }.flatMap(\.accounts)).count
      }.max()!
      let bursts = Burst.find(some, Burst.Rule(accounts: 2, window: window))
      #expect((bursts.map(\.accounts.count).max() ?? 1) == max(1, most))
      #expect(bursts.allSatisfy { $0.days.count <= window + 1 && $0.accounts.count >= 2 })
      #expect(Set(bursts.flatMap(\.posts)).count == bursts.reduce(0) { $0 + $1.posts.count })
    }
  }
}
