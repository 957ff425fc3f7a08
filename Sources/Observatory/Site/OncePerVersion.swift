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
  }

  private struct Slots {
    var version = ""
    var byName: [String: Slot] = [:]
  }

  private let slots = Mutex(Slots())
  private let crew: Crew

  /// - Parameter lanes: how many values are made at the same time.
  init(lanes: Int = 1) { crew = Crew(size: lanes) }

  /// The value of that name for that version of the record; those of another version go. Nil where it is not made by the deadline.
  ///
  /// - Throws: what went wrong in making it. It is told once, and tried anew by the next.
  func value(
    _ name: String = "", version: String, by deadline: DispatchTime,
    make: @escaping @Sendable () throws -> Value
  ) throws -> Value? {
    let slot = slot(name, version, make)
    _ = slot.done.wait(timeout: deadline)
    switch slot.state.withLock({ $0 }) {
    case .making: return nil
    case .made(let value): return value
    case .failed(let error):
      slots.withLock { if $0.byName[name] === slot { $0.byName[name] = nil } }
      throw error
    }
  }

  private func slot(_ name: String, _ version: String, _ make: @escaping @Sendable () throws -> Value) -> Slot
  {
    slots.withLock { slots in
      if slots.version != version { slots = Slots(version: version) }
      if let slot = slots.byName[name] { return slot }
      let slot = Slot()
      slots.byName[name] = slot
      crew.work { [self] in
        var state = State.failed(ObservatoryError.notReady)
        if isWanted(slot, name) {
          do { state = .made(try make()) } catch { state = .failed(error) }
        }
        slot.state.withLock { $0 = state }
        slot.done.leave()
      }
      return slot
    }
  }

  /// Whether the record is still the same as when it was asked for.
  private func isWanted(_ slot: Slot, _ name: String) -> Bool { slots.withLock { $0.byName[name] === slot } }
}
