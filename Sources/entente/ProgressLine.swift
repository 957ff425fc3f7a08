import Archive
import Foundation
import Synchronization

/// A line on standard error that says how far a long piece of work has come: from the second second on, and only in a terminal.
final class ProgressLine: Sendable {
  private let title: String
  private let started = ContinuousClock.now
  private let isShown = Mutex(false)

  init(_ title: String) { self.title = title }

  func show(_ progress: Advance) {
    show("\(progress.step.rawValue), \(progress.done) of \(progress.total)")
  }

  func show(_ text: String) {
    guard isatty(STDERR_FILENO) == 1, ContinuousClock.now - started > .seconds(1) else { return }
    isShown.withLock { isShown in
      write("\r\u{1B}[K  \(title): \(text)")
      isShown = true
    }
  }

  /// Takes the line away again.
  func clear() {
    isShown.withLock { isShown in if isShown { write("\r\u{1B}[K") } }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
