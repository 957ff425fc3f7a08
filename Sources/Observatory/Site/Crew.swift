import Foundation
import Synchronization

/// Threads of our own, at most so many, begun when there is work. The system's pool has about as many as the machine has cores: a study that is
/// recomputed for minutes would hold up whoever only wants a page.
final class Crew: Sendable {
  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())
  private let size: Int

  init(size: Int) { self.size = size }

  /// Does the job beside the caller, in its turn.
  func work(_ job: @escaping @Sendable () -> Void) {
    let begins = state.withLock { state in
      guard state.running < size else {
        state.waiting.append(job)
        return false
      }
      state.running += 1
      return true
    }
    guard begins else { return }
    Thread.detachNewThread { [self] in
      job()
      while let next = next() { next() }
    }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.running -= 1
      return nil
    }
  }
}
