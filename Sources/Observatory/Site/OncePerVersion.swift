import Synchronization

/// What is dear to compute and holds as long as the record is the same: made once by whoever asks first, while others who ask wait.
final class OncePerVersion<Value: Sendable>: Sendable {
  private final class Slot: Sendable { let value = Mutex<Value?>(nil) }
  private struct Slots {
    var version = ""
    var byName: [String: Slot] = [:]
  }

  private let slots = Mutex(Slots())

  /// The value of that name for that version of the record; those of another version go. What fails is tried anew by the next.
  func value(_ name: String = "", version: String, make: () throws -> Value) throws -> Value {
    let slot = slots.withLock { slots in
      if slots.version != version { slots = Slots(version: version) }
      if let slot = slots.byName[name] { return slot }
      let slot = Slot()
      slots.byName[name] = slot
      return slot
    }
    return try slot.value.withLock { value in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
