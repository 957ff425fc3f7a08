import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Takes requests for routes, and has them answered by a few workers: reading the record must not hold up the threads that talk to visitors.
struct Desk: Sendable {
  private let site: Site
  private let crew = Crew(size: WebServer.workers)
  /// How long a program waits for data that are still being made; then it is told to come again.
  private static let patience = Duration.seconds(60)

  init(_ site: Site) { self.site = site }

  func respond(to request: Request, asking route: Route, places: Parameters) async throws -> Response {
    let ask = try ask(request, route, places)
    let address = request.uri.string
    let known = request.headers[values: .ifNoneMatch].joined(separator: ",")
    let session = site.sessions.session(of: request)
    if let session, route.path == "/explore", !ask.query.isEmpty, let inquiry = try? Inquiry(ask) {
      session.look(at: inquiry)
    }
    var outcome: (answer: Answer?, tag: String)
    // People are told to come again; a program that asks for data right after the start waits.
    let end = ContinuousClock.now + Self.patience
    repeat {
      outcome = await work { [site] in
        Self.outcome(site, route, ask, address, known, isEditing: session?.mayEdit == true && route.isPage)
      }
      guard route.isData, outcome.answer?.isForLater == true, .now < end else { break }
      try await Task.sleep(for: .milliseconds(200))
    } while true
    guard let answer = outcome.answer else {
      return Response(status: .notModified, headers: [.eTag: outcome.tag, .cacheControl: "no-cache"])
    }
    var response = Response(answer, to: request)
    if answer.status == 200, !answer.isProvisional { response.headers[.eTag] = outcome.tag }
    if route.isData { response.headers[.vary] = "Accept" }
    return response
  }

  /// The answer, nil where the visitor has it already; and the tag by which it is known again.
  private static func outcome(
    _ site: Site, _ route: Route, _ ask: Ask, _ address: String, _ known: String, isEditing: Bool
  ) -> (answer: Answer?, tag: String) {
    let look = route.isData ? ask.form.rawValue : isEditing ? "edit" : "html"
    func tag(_ version: String) -> String { "\"\(version)-\(look)\"" }
    let (answer, version) = site.answer(route, ask, at: address, isEditing: isEditing) {
      known.contains(tag($0))
    }
    return (answer, tag(version))
  }

  private func ask(_ request: Request, _ route: Route, _ places: Parameters) throws -> Ask {
    var values: [String: String] = [:]
    for place in route.places {
      guard let value = places.get(place)?.removingPercentEncoding else { throw ObservatoryError.badAddress }
      values[place] = value
    }
    guard let query = QueryText.values(request.uri.query ?? "") else { throw ObservatoryError.badAddress }
    let accepted = request.headers[values: .accept].joined(separator: ",").lowercased()
    guard route.isData, let format = query["format"] else {
      return Ask(places: values, query: query, form: accepted.contains("text/csv") ? .csv : .json)
    }
    guard let form = Ask.Form(rawValue: format), route.forms.contains(form) else {
      throw ObservatoryError.badParameter(
        name: "format", found: format,
        expected: route.forms.map(\.rawValue).joined(separator: " or "))
    }
    return Ask(places: values, query: query, form: form)
  }

  private func work<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
      crew.work { continuation.resume(returning: body()) }
    }
  }
}

extension Response {
  /// The answer as HTTP; to HEAD without its bytes.
  init(_ answer: Answer, to request: Request) {
    var headers: HTTPFields = [
      .contentType: answer.type,
      .cacheControl: answer.isImmutable
        ? "public, max-age=31536000, immutable" : answer.isProvisional ? "no-store" : "no-cache",
    ]
    for (name, value) in answer.fields {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let status = HTTPResponse.Status(code: answer.status)
    guard request.method != .head else {
      headers[.contentLength] = String(answer.bytes.count)
      self.init(status: status, headers: headers)
      return
    }
    self.init(
      status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: answer.bytes)))
  }
}
