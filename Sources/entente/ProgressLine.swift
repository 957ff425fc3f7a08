import Archive
import Foundation
import Synchronization

/// A line on standard error that says how far a long piece of work has come: from the second second on, and only in a terminal.
final class ProgressLine: Sendable {
  private struct State {
    var text: ProgressText
    var shown: ContinuousClock.Instant?
  }

  private let started = ContinuousClock.now
  private let state: Mutex<State>

  init(_ title: String) { state = Mutex(State(text: ProgressText(title))) }

  func show(_ advance: Advance) {
    let time = ContinuousClock.now - started
    show(state.withLock { $0.text.line(advance, at: time) })
  }

  /// Of a file among several.
  func show(_ file: String, _ advance: Advance) {
    state.withLock { if file != $0.text.title { $0.text = ProgressText(file) } }
    show(advance)
  }

  func show(_ line: String) {
    let now = ContinuousClock.now
    guard isatty(STDERR_FILENO) == 1, now - started > .seconds(1) else { return }
    state.withLock { state in
      // More often than ten times a second no one can read it.
      guard state.shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
      write("\r\u{1B}[K  \(state.text.title): \(line)")
      state.shown = now
    }
  }

  /// Takes the line away again.
  func clear() {
    state.withLock { state in
      if state.shown != nil { write("\r\u{1B}[K") }
      state.shown = nil
    }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
