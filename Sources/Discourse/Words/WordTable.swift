/// Numbers folded forms from 0 in the order they come. Made for one thread's loops: no string is made of a form, and nothing is copied with it.
final class WordTable {
  private struct Slot {
    /// The upper half of the form's hash.
    let mark: UInt32
    /// The form's number and 1; 0 where the slot is free.
    let number: UInt32
    /// Where the form is, and in the lower 24 bits how long (all set: that or longer): nothing else has to be asked for to compare it.
    let place: UInt64

    init(mark: UInt32, number: Int, start: Int, length: Int) {
      self.mark = mark
      self.number = UInt32(number)
      place = UInt64(start) << 24 | UInt64(min(length, 0xFF_FFFF))
    }

    @inline(__always)
    var start: Int { Int(truncatingIfNeeded: place >> 24) }
    @inline(__always)
    var length: Int { Int(truncatingIfNeeded: place & 0xFF_FFFF) }
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask = (1 << 13) - 1
  private var forms: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var ends: UnsafeMutablePointer<Int>
  private var room = 1 << 12
  private(set) var count = 0
  private let found = UnsafeMutablePointer<Slot>.allocate(capacity: WordList.capacity)

  init() {
    slots = Self.free(mask + 1)
    forms = .allocate(capacity: capacity)
    ends = .allocate(capacity: room + 1)
    ends[0] = 0
  }

  deinit {
    slots.deallocate()
    forms.deallocate()
    ends.deallocate()
    found.deallocate()
  }

  private static func free(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(mark: 0, number: 0, start: 0, length: 0), count: count)
    return slots
  }

  func form(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: forms + ends[number], count: ends[number + 1] - ends[number])
  }

  /// Gives the number of each word of a list to `body`, in order; a form that had none has one now.
  @inline(__always)
  func number(_ list: WordList, _ body: (Int) -> Void) {
    let (found, slots, mask) = (found, slots, mask)
    for word in 0..<list.count { found[word] = slots[Int(truncatingIfNeeded: list.hashes[word]) & mask] }
    for word in 0..<list.count {
      let (slot, form) = (found[word], list.form(word))
      if slot.number != 0, slot.mark == UInt32(truncatingIfNeeded: list.hashes[word] >> 32),
        isSame(slot, form)
      {
        body(Int(slot.number) - 1)
      } else {
        body(number(of: form, hash: list.hashes[word]))
      }
    }
  }

  /// The number of a form; a new one where it has none.
  ///
  /// - Parameter hash: the scanner's of that form.
  @inline(never)
  func number(of form: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while case let slot = slots[place], slot.number != 0 {
      if slot.mark == mark, isSame(slot, form) { return Int(slot.number) - 1 }
      place = (place + 1) & mask
    }
    return add(form, mark, at: place)
  }

  /// The number of a form; nil where it has none.
  func known(_ form: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while case let slot = slots[place], slot.number != 0 {
      if slot.mark == mark, isSame(slot, form) { return Int(slot.number) - 1 }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Gives a form a number, if it has none.
  func add(_ form: [UInt8]) {
    form.withUnsafeBufferPointer { _ = number(of: $0, hash: WordScanner.hash($0)) }
  }

  @inline(__always)
  private func isSame(_ slot: Slot, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = slot.start
    let length = slot.length < 0xFF_FFFF ? slot.length : ends[Int(slot.number)] - start
    guard length == form.count else { return false }
    for place in 0..<form.count where forms[start + place] != form[place] { return false }
    return true
  }

  private func add(_ form: UnsafeBufferPointer<UInt8>, _ mark: UInt32, at slot: Int) -> Int {
    let start = ends[count]
    if start + form.count > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (start + form.count))
      larger.update(from: forms, count: start)
      forms.deallocate()
      forms = larger
      capacity = 2 * (start + form.count)
    }
    if count == room {
      let larger = UnsafeMutablePointer<Int>.allocate(capacity: 2 * room + 1)
      larger.update(from: ends, count: room + 1)
      ends.deallocate()
      ends = larger
      room *= 2
    }
    for place in 0..<form.count { forms[start + place] = form[place] }
    count += 1
    ends[count] = start + form.count
    slots[slot] = Slot(mark: mark, number: count, start: start, length: form.count)
    if 2 * count > mask { grow() }
    return count - 1
  }

  private func grow() {
    slots.deallocate()
    mask = 4 * (mask + 1) - 1
    slots = Self.free(mask + 1)
    for number in 0..<count {
      let hash = WordScanner.hash(form(number))
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].number != 0 { place = (place + 1) & mask }
      slots[place] = Slot(
        mark: UInt32(truncatingIfNeeded: hash >> 32), number: number + 1, start: ends[number],
        length: form(number).count)
    }
  }

  /// The forms as they are now.
  var vocabulary: Vocabulary {
    Vocabulary(
      bytes: Array(UnsafeBufferPointer(start: forms, count: ends[count])),
      ends: Array(UnsafeBufferPointer(start: ends, count: count + 1)))
  }
}
