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

  @Test(
    "makes room for another by letting go of what was not asked for lately, and never of what is being made")
  func limit() throws {
    let kept = OncePerVersion<Int>(limit: 2)
    let made = Mutex<[String]>([])
    func ask(_ name: String) throws {
      _ = try kept.value(name, version: "1", by: .distantFuture) {
        made.withLock { $0.append(name) }
        return 1
      }
    }
    for name in ["a", "b", "a", "c", "a", "b"] { try ask(name) }
    #expect(made.withLock { $0 } == ["a", "b", "c", "b"])

    let busy = OncePerVersion<Int>(lanes: 2, limit: 2)
    let gate = DispatchSemaphore(value: 0)
    for name in ["a", "b"] {
      _ = try busy.value(name, version: "1", by: .now()) {
        gate.wait()
        return 1
      }
    }
    #expect(throws: ObservatoryError.notReady) { try busy.value("c", version: "1", by: .now()) { 1 } }
    for _ in 0..<2 { gate.signal() }
    #expect(try busy.value("a", version: "1", by: .distantFuture) { 2 } == 1)
  }
}
