import Archive
import Foundation

/// A line on standard error that says how far a long piece of work has come: from the second second on, and only in a terminal.
final class ProgressLine {
  private var text: ProgressText
  private let started = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  init(_ title: String) { text = ProgressText(title) }

  func show(_ advance: Advance) { show(text.line(advance, at: ContinuousClock.now - started)) }

  /// Of a file among several.
  func show(_ file: String, _ advance: Advance) {
    if file != text.title { text = ProgressText(file) }
    show(advance)
  }

  func show(_ line: String) {
    let now = ContinuousClock.now
    guard isatty(STDERR_FILENO) == 1, now - started > .seconds(1) else { return }
    // More often than ten times a second no one can read it.
    guard shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    write("\r\u{1B}[K  \(text.title): \(line)")
    shown = now
  }

  /// Takes the line away again.
  func clear() {
    if shown != nil { write("\r\u{1B}[K") }
    shown = nil
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
