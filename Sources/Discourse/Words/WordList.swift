/// Words of a text, a few thousand at a time: where they are, their folded forms one after the other, and the hashes of those.
///
/// What looks words up does so for all of a list together. One look-up waits for memory; many, none of which needs another's answer, wait at once.
final class WordList {
  /// A list is full with so many; the run that was begun is still taken in.
  static let full = 4096
  /// A longer run of a script without spaces is cut.
  static let longestRun = 4096
  static let capacity = full + longestRun + 1

  private(set) var count = 0
  /// Where each word begins and ends in the text.
  let starts = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
  let ends = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
  let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  /// Where the form of each word ends, after a 0.
  private let formEnds = UnsafeMutablePointer<Int>.allocate(capacity: capacity + 1)
  private(set) var forms = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 15)
  private var room = 1 << 15

  init() { formEnds[0] = 0 }

  deinit {
    starts.deallocate()
    ends.deallocate()
    hashes.deallocate()
    formEnds.deallocate()
    forms.deallocate()
  }

  var isFull: Bool { count >= Self.full }

  /// Makes room for the words of so many bytes, and forgets those that are there.
  func begin(bytes: Int) {
    count = 0
    // A scalar of two bytes may fold to two scalars of three; eight bytes are read at a time.
    let needed = 3 * bytes + 16
    guard needed > room else { return }
    forms.deallocate()
    forms = .allocate(capacity: needed)
    room = needed
  }

  /// Where the next form goes.
  @inline(__always)
  var next: UnsafeMutablePointer<UInt8> { forms + formEnds[count] }

  /// Takes the next word, whose form is written already.
  @inline(__always)
  func add(_ start: Int, _ end: Int, length: Int, hash: UInt64) {
    starts[count] = start
    ends[count] = end
    hashes[count] = hash
    formEnds[count + 1] = formEnds[count] + length
    count += 1
  }

  @inline(__always)
  func form(_ word: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: forms + formEnds[word], count: formEnds[word + 1] - formEnds[word])
  }
}
