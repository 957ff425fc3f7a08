import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Takes requests for pages of a session: lets in who has one, and of forms only those that its own pages sent.
struct SessionDesk<Place: Workplace>: Sendable {
  private let site: Site
  private let place: Place
  private let crew = Crew(size: 2)

  init(_ site: Site, _ place: Place) { (self.site, self.place) = (site, place) }

  func respond(
    to request: Request, asking route: SessionRoute<Place>, places: Parameters
  ) async throws -> Response {
    guard let query = QueryText.values(request.uri.query ?? "") else { throw ObservatoryError.badAddress }
    if route.path == Place.entrance, request.method != .post, let token = query["token"] {
      return enter(token, request)
    }
    let session = site.sessions.session(of: request)
    guard let session, Place.isOpen(session) else { return try await turnAway(request, route) }
    guard route.isOpen(session) else { return refuse(.notYours, request) }
    guard let method = SessionMethod(request.method), route.methods.contains(method) else {
      return refuse(.otherMethod(route.methods), request)
    }
    var fields: [String: String] = [:]
    if method == .post {
      switch await form(request) {
      case .success(let read): fields = read
      case .failure(let trouble): return refuse(trouble, request)
      }
      guard session.isProof(fields["proof"] ?? "") else {
        return Response(site.answer(to: .foreignForm, keeping: fields), to: request)
      }
    }
    var values: [String: String] = [:]
    for name in route.path.placeNames {
      guard let value = places.get(name)?.removingPercentEncoding else { throw ObservatoryError.badAddress }
      values[name] = value
    }
    let ask = SessionAsk(session: session, method: method, places: values, query: query, fields: fields)
    let answer = await withCheckedContinuation { continuation in
      crew.work { [site, place] in continuation.resume(returning: site.answer(route, ask, at: place)) }
    }
    return Response(answer, to: request)
  }

  /// Gives who shows a token a session, and takes the token out of the address.
  private func enter(_ token: String, _ request: Request) -> Response {
    let old = site.sessions.session(of: request)
    guard let session = site.sessions.begin(token, after: old), Place.isOpen(session) else {
      return refuse(Place.closed, request)
    }
    return Response(
      status: .seeOther,
      headers: [
        .location: Place.entrance, .cacheControl: "no-store",
        .setCookie: "\(site.sessions.cookie)=\(session.id); Path=/; HttpOnly; SameSite=Strict",
      ])
  }

  /// Tells who has no session how to get one. What they typed before it went is given back to them.
  private func turnAway(_ request: Request, _ route: SessionRoute<Place>) async throws -> Response {
    guard request.method == .post, case .success(let fields) = await form(request) else {
      return refuse(Place.closed, request)
    }
    return Response(site.answer(to: Place.closed, keeping: fields), to: request)
  }

  private func form(_ request: Request) async -> Result<[String: String], Trouble> {
    if let trouble = Self.trouble(with: request) { return .failure(trouble) }
    guard let body = try? await request.body.collect(upTo: Limits.form) else { return .failure(.largeForm) }
    guard let read = QueryText.values(String(decoding: body.readableBytesView, as: UTF8.self)) else {
      return .failure(.badForm)
    }
    return .success(read)
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

extension Sessions {
  /// The session of who asks, if they have one.
  func session(of request: Request) -> Session? {
    request.cookies[cookie].flatMap { session($0.value) }
  }
}

extension SessionMethod {
  fileprivate init?(_ method: HTTPRequest.Method) {
    switch method {
    case .get, .head: self = .get
    case .post: self = .post
    default: return nil
    }
  }
}

extension Trouble {
  fileprivate static let notYours = Trouble(
    status: 403, title: "Not open to you",
    detail:
      "This page is for others: a document for the coder whom it was given to, what coders disagree on for who decides."
  )

  fileprivate static let foreignForm = Trouble(
    status: 403, title: "Not from here",
    detail:
      "The form does not come from a page of this observatory, or from one of another session. Nothing was changed: open the page anew."
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

  fileprivate static func otherMethod(_ methods: [SessionMethod]) -> Trouble {
    let words = methods.map(\.rawValue)
    var trouble = Trouble(
      status: 405, title: "Not this way",
      detail: "This address is asked with \(words.joined(separator: " or ")).")
    trouble.fields["Allow"] = words.joined(separator: ", ")
    return trouble
  }
}
