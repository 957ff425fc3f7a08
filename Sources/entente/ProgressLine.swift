import Archive
import Foundation
import Synchronization

/// A line on standard error that says how far a long piece of work has come: from the second second on, and only in a terminal.
final class ProgressLine: Sendable {
  private struct State {
    var text: ProgressText
    /// When it was last written; nil when it does not stand.
    var shown: ContinuousClock.Instant?
  }

  private let started = ContinuousClock.now
  private let state: Mutex<State>

  init(_ title: String) { state = Mutex(State(text: ProgressText(title))) }

  func show(_ advance: Advance) {
    state.withLock { state in show(state.text.line(advance, at: ContinuousClock.now - started), &state) }
  }

  /// Of a file among several.
  func show(_ file: String, _ advance: Advance) {
    state.withLock { if file != $0.text.title { $0.text = ProgressText(file) } }
    show(advance)
  }

  func show(_ words: String) { state.withLock { show(words, &$0) } }

  /// Takes the line away again.
  func clear() {
    state.withLock { state in
      if state.shown != nil { write("\r\u{1B}[K") }
      state.shown = nil
    }
  }

  private func show(_ words: String, _ state: inout State) {
    let now = ContinuousClock.now
    guard isatty(STDERR_FILENO) == 1, now - started > .seconds(1) else { return }
    // More often than ten times a second no one can read it.
    guard state.shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    write("\r\u{1B}[K  \(state.text.title): \(words)")
    state.shown = now
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
