import Archive
import Synchronization
import Workbench

/// Whether documents are being coded blind: no visitor is told then what coders gave. Looked up anew only when codings have changed.
final class Curtain: Sendable {
  private struct Look {
    var state: String?
    var isDrawn = true
  }

  private let last = Mutex(Look())

  func isDrawn(over archive: ArchiveStore) throws -> Bool {
    let state = try archive.codingState()
    if let isDrawn = last.withLock({ $0.state == state ? $0.isDrawn : nil }) { return isDrawn }
    let isDrawn = try OpenWaves.any(in: archive)
    last.withLock { $0 = Look(state: state, isDrawn: isDrawn) }
    return isDrawn
  }
}

extension Record {
  /// Whether documents are being coded blind: pages and data then show of codings only what is decided.
  func isBlind() throws -> Bool { try curtain.isDrawn(over: archive) }

  /// Tables that a visitor's SQL may not read now.
  func hiddenTables() throws -> Set<String> { try isBlind() ? HiddenTables.codings : [] }
}
