import Synchronization

/// Who may edit: whoever has shown the token, which only the person who started the server has seen.
final class Sessions: Sendable {
  /// How many there are at most: the oldest goes.
  private static let most = 32

  private let secret = Secret()
  private let open = Mutex<[Session]>([])

  var token: String { secret.text }

  /// What the cookie is called. Browsers keep one set of cookies for all servers on a machine: each run has a name of its own.
  let cookie = "entente-" + Secret().text.prefix(8)

  /// A new session; nil for a token that is not the one.
  func begin(_ token: String) -> Session? {
    guard secret.agree(self.token, token) else { return nil }
    let session = Session()
    open.withLock { $0 = ($0 + [session]).suffix(Self.most) }
    return session
  }

  /// The session that a cookie's value belongs to.
  func session(_ id: String) -> Session? { open.withLock { $0.first { secret.agree($0.id, id) } } }
}
