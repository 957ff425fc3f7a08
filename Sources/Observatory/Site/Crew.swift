import Foundation

/// Threads of our own, at most so many, begun when there is work and let go when there has been none for a while. The system's pool has about
/// as many as the machine has cores: a study that is recomputed for minutes would hold up whoever only wants a page.
final class Crew: @unchecked Sendable {
  /// How long a thread waits for work, in seconds: to begin one costs more than most answers.
  private static let rest: TimeInterval = 10

  private let size: Int
  /// Guards all that follows.
  private let condition = NSCondition()
  private var jobs: [@Sendable () -> Void] = []
  private var running = 0
  private var waiting = 0

  init(size: Int) { self.size = size }

  /// Does the job beside the caller, in its turn.
  func work(_ job: @escaping @Sendable () -> Void) {
    condition.lock()
    defer { condition.unlock() }
    jobs.append(job)
    if waiting >= jobs.count || running == size { return condition.signal() }
    running += 1
    Thread.detachNewThread { [self] in
      while let job = next() { job() }
    }
  }

  /// What is to be done next; nil when a thread can go.
  private func next() -> (@Sendable () -> Void)? {
    condition.lock()
    defer { condition.unlock() }
    let end = Date(timeIntervalSinceNow: Self.rest)
    while jobs.isEmpty {
      waiting += 1
      let isCalled = condition.wait(until: end)
      waiting -= 1
      if !isCalled, jobs.isEmpty {
        running -= 1
        return nil
      }
    }
    return jobs.removeFirst()
  }
}
