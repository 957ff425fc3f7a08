import Dispatch
import Synchronization

/// Work that is done on another thread while this one goes on.
public final class Background<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result = Mutex<Value?>(nil)

  public init(_ work: @escaping @Sendable () -> Value) {
    group.enter()
    DispatchQueue.global().async { [self] in
      let value = work()
      result.withLock { $0 = value }
      group.leave()
    }
  }

  /// What the work came to; waits for its end.
  public var value: Value {
    group.wait()
    return result.withLock { value in
      guard let value else { preconditionFailure("the group is left once there is a value") }
      return value
    }
  }
}
