/// One address for people with a session. These have tables of their own: where nobody edits, or codes, none of them is there, and the API's
/// document never has them.
struct SessionRoute<Place: Workplace>: Sendable {
  /// As the router writes it: `/code/{place}`.
  let path: String
  let methods: [SessionMethod]
  /// Whether it is for who has that session.
  var isOpen: @Sendable (Session) -> Bool = Place.isOpen
  let reply: @Sendable (SessionAsk, Record, Place) throws -> SessionReply
}

/// What people with a session work on.
protocol Workplace: Sendable {
  /// Where a token is shown, and one begins.
  static var entrance: String { get }
  static var routes: [SessionRoute<Self>] { get }
  /// Whether its pages are for who has that session, unless they say otherwise.
  @Sendable static func isOpen(_ session: Session) -> Bool
  /// What is told to who has no session.
  static var closed: Trouble { get }
}

extension Workplace {
  /// Whether some address takes a form.
  static func takesForms(_ path: String) -> Bool {
    routes.contains { $0.methods.contains(.post) && $0.path == path }
  }
}

enum SessionMethod: String, CaseIterable, Sendable {
  case get = "GET"
  case post = "POST"
}

/// What somebody with a session asks for.
struct SessionAsk: Sendable {
  let session: Session
  let method: SessionMethod
  /// The values of the address's places.
  var places: [String: String] = [:]
  let query: [String: String]
  /// Of the form; empty where nothing was sent.
  let fields: [String: String]
}

/// What is answered.
enum SessionReply: Sendable {
  case page(any Page, status: Int = 200)
  /// Go there, to look.
  case redirect(String)
  /// Of that type.
  case data(String, type: String)
}
