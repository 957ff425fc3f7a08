import Foundation
import Invariants
import TestSupport

/// Makes inputs that are nearly right: seeds from `Fuzz/Seeds` with a few changes each, the words of `Fuzz/Dictionaries` among them. What
/// it makes follows from its seed.
struct Mutator {
  let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var random: Seeded

  init(_ reader: Reader, seed: UInt64) throws {
    let folder = Project.root + "/Fuzz/Seeds/\(reader)/"
    seeds = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      [UInt8](try Data(contentsOf: URL(filePath: folder + name)))
    }
    let dictionary = try Data(contentsOf: URL(filePath: Project.root + "/Fuzz/Dictionaries/\(reader).dict"))
    words = String(decoding: dictionary, as: UTF8.self).split(separator: "\n").map { line in
      Self.word(line.dropFirst().dropLast())
    }
    random = Seeded(state: seed)
  }

  mutating func next() -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let from = Int.random(in: 0...bytes.count, using: &random)
    let upTo = min(bytes.count, from + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0...5, using: &random) {
    case 0: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: from)
    case 1: bytes.replaceSubrange(from..<upTo, with: words.randomElement(using: &random) ?? [])
    case 2: bytes.removeSubrange(from..<upTo)
    case 3: bytes.insert(contentsOf: bytes[from..<upTo], at: Int.random(in: 0...bytes.count, using: &random))
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: from)
    default:
      let other = seeds.randomElement(using: &random) ?? []
      bytes.replaceSubrange(from..., with: other.dropFirst(Int.random(in: 0...other.count, using: &random)))
    }
  }

  /// A word as libFuzzer's dictionaries write it, with `\xAB` for what would not show.
  private static func word(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      bytes.append(UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16) ?? byte)
      rest = rest.dropFirst(3)
    }
    return bytes
  }
}
