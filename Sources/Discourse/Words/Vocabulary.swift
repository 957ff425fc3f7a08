/// Folded forms by their numbers, which go from 0.
public struct Vocabulary: Sendable {
  private let bytes: [UInt8]
  /// Where each form ends, after a 0.
  private let ends: [Int]

  init(bytes: [UInt8], ends: [Int]) { (self.bytes, self.ends) = (bytes, ends) }

  public var count: Int { ends.count - 1 }

  public subscript(number: Int) -> String { String(decoding: form(number), as: UTF8.self) }

  /// By the forms' bytes, which is the order of their scalars.
  public func precedes(_ one: Int, _ other: Int) -> Bool { form(one).lexicographicallyPrecedes(form(other)) }

  /// What a table numbers the forms, which takes those it has not.
  func numbers(in table: WordTable) -> [Int] {
    (0..<count).map { number in
      form(number).withUnsafeBufferPointer { table.number(of: $0, hash: WordScanner.hash($0)) }
    }
  }

  func form(_ number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }
}
