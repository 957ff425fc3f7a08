import Archive
import Diplomacy
import Dispatch
import Foundation
import Synchronization

/// Copies of the archive seen through other lenses than its own: a few, made one after the other off the request path and kept as long as
/// the record is the same.
final class LensShelf: Sendable {
  private struct Key: Hashable {
    let lens: Lens
    let version: String
  }

  private enum Copy: Sendable {
    case making
    case made(ArchiveStore)
    case failed(any Error)
  }

  /// What was asked for last comes last.
  private let copies = Mutex<[(key: Key, copy: Copy)]>([])
  private let queue = DispatchQueue(label: "lenses")
  private let limit: Int
  private let patience: TimeInterval

  /// - Parameters:
  ///   - limit: how many copies are kept; each takes as much memory as the archive.
  ///   - patience: how long a visitor waits for one, in seconds.
  init(limit: Int = 4, patience: TimeInterval = 3) {
    self.limit = limit
    self.patience = patience
  }

  /// The archive seen through the lens: itself, where it is its own.
  ///
  /// - Throws: `ObservatoryError.notReady` where the copy takes longer than a visitor waits; it is made all the same.
  func archive(through lens: Lens, of archive: ArchiveStore) throws -> ArchiveStore {
    guard try lens != archive.lens() else { return archive }
    let key = Key(lens: lens, version: try archive.version())
    let end = Date().addingTimeInterval(patience)
    repeat {
      switch try copy(key, of: archive) {
      case .made(let copy): return copy
      case .failed(let error): throw error
      case .making: Thread.sleep(forTimeInterval: 0.005)
      }
    } while Date() < end
    throw ObservatoryError.notReady
  }

  private func copy(_ key: Key, of archive: ArchiveStore) throws -> Copy {
    try copies.withLock { copies in
      if let place = copies.firstIndex(where: { $0.key == key }) {
        let known = copies.remove(at: place)
        // A failure is told once, and tried again when asked again.
        if case .failed = known.copy { return known.copy }
        copies.append(known)
        return known.copy
      }
      copies.removeAll { entry in
        if case .making = entry.copy { false } else { entry.key.version != key.version }
      }
      if copies.count >= limit {
        guard let oldest = copies.firstIndex(where: { if case .making = $0.copy { false } else { true } })
        else {
          throw ObservatoryError.notReady
        }
        copies.remove(at: oldest)
      }
      copies.append((key, .making))
      queue.async { [self] in
        let copy: Copy
        do { copy = .made(try archive.copy(through: key.lens)) } catch { copy = .failed(error) }
        self.copies.withLock { copies in
          if let place = copies.firstIndex(where: { $0.key == key }) { copies[place].copy = copy }
        }
      }
      return .making
    }
  }
}
