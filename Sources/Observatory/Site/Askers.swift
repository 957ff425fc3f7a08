import Synchronization

/// How many visitors run SQL of their own at the same time: others have to read in between.
final class Askers: Sendable {
  private let running = Mutex(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Throws `ObservatoryError.notReady` where as many as may are at it.
  func ask<T>(_ body: () throws -> T) throws -> T {
    try running.withLock { running in
      guard running < limit else { throw ObservatoryError.notReady }
      running += 1
    }
    defer { running.withLock { $0 -= 1 } }
    return try body()
  }
}
