import Dispatch

/// How many visitors run SQL of their own at the same time: others have to read in between.
final class Askers: Sendable {
  private let places: DispatchSemaphore

  init(limit: Int) { places = DispatchSemaphore(value: limit) }

  /// Throws `ObservatoryError.notReady` where as many as may are at it until the deadline.
  func ask<T>(by deadline: DispatchTime, _ body: () throws -> T) throws -> T {
    guard places.wait(timeout: deadline) == .success else { throw ObservatoryError.notReady }
    defer { places.signal() }
    return try body()
  }
}
