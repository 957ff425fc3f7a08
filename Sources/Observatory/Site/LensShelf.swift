import Archive
import Diplomacy
import Dispatch

/// Copies of the archive seen through other lenses than its own: a few, made one after the other off the request path and kept as long as
/// the record is the same.
final class LensShelf: Sendable {
  private let copies: OncePerVersion<ArchiveStore>
  private let patience: DispatchTimeInterval

  /// - Parameters:
  ///   - limit: how many copies are kept; each takes as much memory as the archive.
  ///   - patience: how long a visitor waits for one.
  init(limit: Int = 4, patience: DispatchTimeInterval = .seconds(3)) {
    copies = OncePerVersion(limit: limit)
    self.patience = patience
  }

  /// The archive seen through the lens: itself, where it is its own.
  ///
  /// - Throws: `ObservatoryError.notReady` where the copy takes longer than a visitor waits; it is made all the same.
  func archive(through lens: Lens, of record: Record) throws -> ArchiveStore {
    let archive = record.archive
    guard try lens != archive.lens() else { return archive }
    guard
      let copy = try record.made(
        copies, lens.stamp, by: .now() + patience, { try archive.copy(through: lens) })
    else { throw ObservatoryError.notReady }
    return copy
  }
}
