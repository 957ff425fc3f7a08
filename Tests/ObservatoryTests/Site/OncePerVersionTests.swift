import Dispatch
import Synchronization
import Testing

@testable import Observatory

@Suite("What is dear to compute")
struct OncePerVersionTests {
  private struct Refusal: Error {}

  @Test("is made once for all who ask at the same time, and anew for another version of the record")
  func once() throws {
    let kept = OncePerVersion<Int>()
    let made = Mutex(0)
    let make: @Sendable () throws -> Int = {
      made.withLock {
        $0 += 1
        return $0
      }
    }
    let found = Mutex<Set<Int?>>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let value = try? kept.value(version: "1", by: .distantFuture, make: make)
      found.withLock { _ = $0.insert(value) }
    }
    #expect(found.withLock { $0 } == [1])
    #expect(try kept.value(version: "2", by: .distantFuture, make: make) == 2)
    #expect(try kept.value("other", version: "2", by: .distantFuture, make: make) == 3)
    #expect(try kept.value(version: "2", by: .distantFuture, make: make) == 2)
  }

  @Test("is waited for no longer than said, and is made all the same")
  func deadline() throws {
    let kept = OncePerVersion<String>()
    let gate = DispatchSemaphore(value: 0)
    let make: @Sendable () throws -> String = {
      gate.wait()
      return "made"
    }
    #expect(try kept.value(version: "1", by: .now() + .milliseconds(20), make: make) == nil)
    gate.signal()
    #expect(try kept.value(version: "1", by: .distantFuture, make: make) == "made")
  }

  @Test("is tried anew when it failed, which is told once")
  func failure() throws {
    let kept = OncePerVersion<Int>()
    #expect(throws: Refusal.self) { try kept.value(version: "1", by: .distantFuture) { throw Refusal() } }
    #expect(try kept.value(version: "1", by: .distantFuture) { 5 } == 5)
  }

  /// Sixteen: more than the system's own pool of threads has on most machines.
  @Test("holds nothing else up that has a lane of its own, however many there are")
  func lanes() throws {
    let kept = OncePerVersion<Int>(lanes: 17)
    let gate = DispatchSemaphore(value: 0)
    for number in 0..<16 {
      _ = try kept.value("slow \(number)", version: "1", by: .now()) {
        gate.wait()
        return 1
      }
    }
    #expect(try kept.value("quick", version: "1", by: .distantFuture) { 2 } == 2)
    for _ in 0..<16 { gate.signal() }
  }
}
