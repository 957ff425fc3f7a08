import Archive
import Foundation

/// Ctrl-C: what is being written to an archive is taken back first; otherwise, and when pressed again, the program ends at once.
enum Interrupt {
  static func heed() {
    // Who starts the program may have blocked the signal for itself, and so for what it starts.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      if Interruption.ask() { return }
      let word: StaticString = "entente: interrupted.\n"
      _ = write(STDERR_FILENO, word.utf8Start, word.utf8CodeUnitCount)
      _exit(Failure.Code.interrupted.rawValue)
    }
  }
}
