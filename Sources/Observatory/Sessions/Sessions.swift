import Synchronization

/// Who may do more than look: whoever has shown a token, which only the person who started the server has seen, and whom they gave it to.
final class Sessions: Sendable {
  /// How many there are at most: the oldest goes.
  private static let most = 64

  private let secrets: [(right: Right, secret: Secret)]
  private let open = Mutex<[Session]>([])

  /// What the cookie is called. Browsers keep one set of cookies for all servers on a machine: each run has a name of its own.
  let cookie = "entente-" + Secret().text.prefix(8)

  /// - Parameter rights: each gets a token of its own.
  init(_ rights: [Right]) { secrets = rights.map { ($0, Secret()) } }

  /// The token for a right; nil where there is none.
  func token(_ right: Right) -> String? { secrets.first { $0.right == right }?.secret.text }

  /// A new session; nil for a token that is none.
  ///
  /// - Parameter old: the session that the same browser has already. It goes, and the right to edit stays with the new one; who codes, or
  ///   adjudicates, is who came last.
  func begin(_ token: String, after old: Session? = nil) -> Session? {
    guard let right = secrets.first(where: { $0.secret.agree($0.secret.text, token) })?.right else {
      return nil
    }
    let session = Session([right] + (old?.mayEdit == true ? [.edit] : []))
    open.withLock { $0 = ($0.filter { $0 !== old } + [session]).suffix(Self.most) }
    return session
  }

  /// The session that a cookie's value belongs to.
  func session(_ id: String) -> Session? {
    open.withLock { $0.first { $0.isCalled(id) } }
  }
}
