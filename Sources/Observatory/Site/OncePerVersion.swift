import Dispatch
import Synchronization

/// What is dear to compute and holds as long as the record is the same: made once for each version of it, beside the answers, when somebody
/// first asks.
final class OncePerVersion<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case making
    case made(Value)
    case failed(any Error)
  }

  /// One value, waited for by any number.
  private final class Slot: Sendable {
    let state = Mutex(State.making)
    let done = DispatchGroup()

    init() { done.enter() }

    var isMaking: Bool { state.withLock { if case .making = $0 { true } else { false } } }
  }

  private struct Slots {
    var version = ""
    /// What was asked for last comes last.
    var all: [(name: String, slot: Slot)] = []
  }

  private let slots = Mutex(Slots())
  private let crew: Crew
  private let limit: Int

  /// - Parameters:
  ///   - lanes: how many values are made at the same time.
  ///   - limit: how many are kept; what was not asked for lately goes.
  convenience init(lanes: Int = 1, limit: Int = .max) { self.init(by: Crew(size: lanes), limit: limit) }

  /// - Parameter crew: makes the values, and others.
  init(by crew: Crew, limit: Int) { (self.crew, self.limit) = (crew, limit) }

  /// The value of that name for that version of the record; those of another version go. Nil where it is not made by the deadline.
  ///
  /// - Throws: what went wrong in making it. It is told once, and tried anew by the next. `ObservatoryError.notReady` where as many as may be
  ///   kept are being made.
  func value(
    _ name: String = "", version: String, by deadline: DispatchTime,
    make: @escaping @Sendable () throws -> Value
  ) throws -> Value? {
    let slot = try slot(name, version, make)
    _ = slot.done.wait(timeout: deadline)
    switch slot.state.withLock({ $0 }) {
    case .making: return nil
    case .made(let value): return value
    case .failed(let error):
      slots.withLock { $0.all.removeAll { $0.slot === slot } }
      throw error
    }
  }

  private func slot(
    _ name: String, _ version: String, _ make: @escaping @Sendable () throws -> Value
  ) throws -> Slot {
    try slots.withLock { slots in
      if slots.version != version { slots = Slots(version: version) }
      if let place = slots.all.firstIndex(where: { $0.name == name }) {
        let known = slots.all.remove(at: place)
        slots.all.append(known)
        return known.slot
      }
      if slots.all.count >= limit {
        guard let oldest = slots.all.firstIndex(where: { !$0.slot.isMaking }) else {
          throw ObservatoryError.notReady
        }
        slots.all.remove(at: oldest)
      }
      let slot = Slot()
      slots.all.append((name, slot))
      crew.work { [self] in
        var state = State.failed(ObservatoryError.notReady)
        if isWanted(slot) {
          do { state = .made(try make()) } catch { state = .failed(error) }
        }
        slot.state.withLock { $0 = state }
        slot.done.leave()
      }
      return slot
    }
  }

  /// Whether the record is still the same as when it was asked for.
  private func isWanted(_ slot: Slot) -> Bool { slots.withLock { $0.all.contains { $0.slot === slot } } }
}
