import Foundation
import Synchronization

/// Divides work over the machine's cores.
public enum Cores {
  private static let all = ProcessInfo.processInfo.activeProcessorCount

  /// What the work gives for each share of so many units, in their order.
  ///
  /// - Parameter atLeast: units in a share; fewer are not worth another core.
  public static func shares<Result: Sendable>(
    of count: Int, atLeast: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let length = max(atLeast, (count + all - 1) / all)
    let shares = stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { number in
      let result = work(shares[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
