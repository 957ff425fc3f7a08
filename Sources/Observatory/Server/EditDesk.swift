import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Takes requests for edit mode: lets in who has a session, and of forms only those that its own pages sent.
struct EditDesk: Sendable {
  private let site: Site
  private let editor: Editor
  private let crew = Crew(size: 2)

  init(_ site: Site, _ editor: Editor) { (self.site, self.editor) = (site, editor) }

  func respond(to request: Request, asking route: EditRoute) async throws -> Response {
    guard let query = QueryText.values(request.uri.query ?? "") else { throw ObservatoryError.badAddress }
    if route.path == "/edit", request.method != .post, let token = query["token"] {
      return enter(token, request)
    }
    guard let session = editor.session(of: request) else { return refuse(.noSession, request) }
    guard let method = EditRoute.Method(request.method), route.methods.contains(method) else {
      return refuse(.otherMethod(route.methods), request)
    }
    var fields: [String: String] = [:]
    if method == .post {
      if let trouble = Self.trouble(with: request) { return refuse(trouble, request) }
      guard let body = try? await request.body.collect(upTo: Limits.form) else {
        return refuse(.largeForm, request)
      }
      guard let read = QueryText.values(String(decoding: body.readableBytesView, as: UTF8.self)) else {
        return refuse(.badForm, request)
      }
      guard session.isProof(read["proof"] ?? "") else { return refuse(.foreignForm, request) }
      fields = read
    }
    let ask = EditAsk(session: session, method: method, query: query, fields: fields)
    let answer = await withCheckedContinuation { continuation in
      crew.work { [site, editor] in continuation.resume(returning: site.answer(route, ask, by: editor)) }
    }
    return Response(answer, to: request)
  }

  /// Gives who shows the token a session, and takes the token out of the address.
  private func enter(_ token: String, _ request: Request) -> Response {
    guard let session = editor.sessions.begin(token) else { return refuse(.noSession, request) }
    return Response(
      status: .seeOther,
      headers: [
        .location: "/edit", .cacheControl: "no-store",
        .setCookie: "\(editor.sessions.cookie)=\(session.id); Path=/; HttpOnly; SameSite=Strict",
      ])
  }

  /// Why a form is not taken. It must come from a page of this very server: one of another on this machine sends the cookie along, too.
  private static func trouble(with request: Request) -> Trouble? {
    let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
    guard type == "application/x-www-form-urlencoded" else { return .otherForm }
    if let origin = request.headers[.origin] {
      return origin == "http://" + (request.head.authority ?? "") ? nil : .foreignForm
    }
    let site = request.headers[.init("Sec-Fetch-Site")!]
    return ["same-origin", "none"].contains(site) ? nil : .foreignForm
  }

  private func refuse(_ trouble: Trouble, _ request: Request) -> Response {
    Response(site.answer(to: trouble, isData: false), to: request)
  }
}

extension Editor {
  /// The session of who asks, if they have one.
  func session(of request: Request) -> Session? {
    request.cookies[sessions.cookie].flatMap { sessions.session($0.value) }
  }
}

extension EditRoute.Method {
  fileprivate init?(_ method: HTTPRequest.Method) {
    switch method {
    case .get, .head: self = .get
    case .post: self = .post
    default: return nil
    }
  }
}

extension Trouble {
  fileprivate static let noSession = Trouble(
    status: 403, title: "Not open to you",
    detail:
      "Only who started the observatory can edit the record. Open the address that it printed when it began, with the token in it; in another browser, or after a new start, once more."
  )

  fileprivate static let foreignForm = Trouble(
    status: 403, title: "Not from here",
    detail:
      "The form does not come from a page of this observatory, or from one of another start. Nothing was changed."
  )

  fileprivate static let otherForm = Trouble(
    status: 415, title: "Not a form",
    detail: "What is sent here is a form, application/x-www-form-urlencoded. Nothing was changed.")

  fileprivate static let badForm = Trouble(
    status: 400, title: "Not understood",
    detail:
      "The form cannot be read: a per-cent sign in it does not begin a byte of UTF-8. Nothing was changed.")

  static let largeForm = Trouble(
    status: 413, title: "Too much was sent",
    detail: "A form has at most \(Limits.form >> 10) KiB, and says how long it is. Nothing was changed.")

  fileprivate static func otherMethod(_ methods: [EditRoute.Method]) -> Trouble {
    let words = methods.map(\.rawValue)
    var trouble = Trouble(
      status: 405, title: "Not this way",
      detail: "This address is asked with \(words.joined(separator: " or ")).")
    trouble.fields["Allow"] = words.joined(separator: ", ")
    return trouble
  }
}
