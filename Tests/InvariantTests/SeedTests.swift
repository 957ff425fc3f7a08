import Foundation
import Invariants
import TestSupport
import Testing

/// The short run of what `make fuzz` does at length.
@Suite("Whatever bytes it is given, a reader holds to its word")
struct SeedTests {
  @Test("on the seeds, among them all on which one once failed", arguments: Reader.allCases)
  func seeds(reader: Reader) throws {
    let seeds = try Mutator(reader, seed: 0).seeds
    #expect(!seeds.isEmpty)
    for seed in seeds { check(reader, seed) }
  }

  @Test("on 2,000 inputs that are nearly right", arguments: Reader.allCases)
  func kin(reader: Reader) throws {
    var mutator = try Mutator(reader, seed: 2026)
    for _ in 0..<2000 { check(reader, mutator.next()) }
  }

  private func check(_ reader: Reader, _ bytes: [UInt8]) {
    let input = String(decoding: bytes, as: UTF8.self).debugDescription
    let time = ContinuousClock().measure {
      #expect(throws: Never.self, "\(reader): \(input)") { try reader.check(bytes) }
    }
    #expect(time < .seconds(5), "\(reader): \(input)")
  }
}
