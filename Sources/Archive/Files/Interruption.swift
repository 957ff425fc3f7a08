import Synchronization

/// Whether the program was asked to stop, and whether something is being written that must be taken back first.
///
/// One for the process, as the request is: a signal. Nothing here allocates or waits, so that a signal's handler may use it.
public enum Interruption {
  private static let isAsked = Atomic<Bool>(false)
  private static let writers = Atomic<Int>(0)

  /// Asks what is being written to stop and be taken back. False where nothing is: then the program can just end. Asked again, it is false,
  /// too: an archive is whole however the program ends.
  public static func ask() -> Bool {
    let wasAsked = isAsked.exchange(true, ordering: .sequentiallyConsistent)
    return !wasAsked && writers.load(ordering: .sequentiallyConsistent) > 0
  }

  static var isPending: Bool { isAsked.load(ordering: .relaxed) }

  static func enter() { writers.add(1, ordering: .sequentiallyConsistent) }
  static func leave() { writers.subtract(1, ordering: .sequentiallyConsistent) }
}
