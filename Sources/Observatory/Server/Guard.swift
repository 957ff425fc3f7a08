import HTTPTypes
import Hummingbird

/// Stands before every route: refuses what is too large or not meant for this server, turns whatever is thrown into an answer, and
/// gives every answer the headers that keep a page to itself.
struct Guard: RouterMiddleware {
  typealias Context = BasicRequestContext

  private let site: Site
  private let isLocal: Bool

  init(_ site: Site, host: String) {
    self.site = site
    isLocal = Self.local.contains(host)
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = await answer(request, context, next)
    for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
    return response
  }

  private func answer(
    _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
  ) async -> Response {
    if let trouble = trouble(with: request) { return refuse(trouble, request) }
    do { return try await next(request, context) } catch let error as HTTPError {
      return refuse(error.status == .notFound ? .noPage : Trouble(error), request)
    } catch {
      return refuse(Trouble(error), request)
    }
  }

  private func refuse(_ trouble: Trouble, _ request: Request) -> Response {
    let isData = request.uri.path.hasPrefix("/api/")
    return Response(site.answer(to: trouble, isData: isData), to: request)
  }

  private func trouble(with request: Request) -> Trouble? {
    let isForm = request.method == .post && site.takesForms(request.uri.path)
    guard request.method == .get || request.method == .head || isForm else { return .onlyReading }
    guard request.uri.string.utf8.count <= Limits.address else {
      return Trouble(
        status: 414, title: "The address is too long",
        detail: "An address has at most \(Limits.address) bytes.")
    }
    let length = request.headers[.contentLength].map { Int($0) ?? .max } ?? 0
    guard length <= (isForm ? Limits.form : Limits.body), request.headers[.transferEncoding] == nil else {
      return isForm
        ? .largeForm
        : Trouble(status: 413, title: "Too much was sent", detail: "Nothing here takes a body.")
    }
    // A foreign page may give a name of its own this machine's address, and so read what only this machine may.
    guard !isLocal || Self.local.contains(Self.name(request.head.authority ?? "")) else {
      return Trouble(
        status: 421, title: "Not this server",
        detail: "This observatory answers on this machine only: to localhost and 127.0.0.1.")
    }
    return nil
  }

  static let local: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]

  /// The name before the port.
  private static func name(_ authority: String) -> String {
    guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") else { return authority }
    return String(authority[..<colon])
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (
      .contentSecurityPolicy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    (.xContentTypeOptions, "nosniff"),
    (.init("X-Frame-Options")!, "DENY"),
    (.init("Referrer-Policy")!, "no-referrer"),
    (.init("Cross-Origin-Opener-Policy")!, "same-origin"),
    (.init("Cross-Origin-Resource-Policy")!, "same-origin"),
  ]
}
