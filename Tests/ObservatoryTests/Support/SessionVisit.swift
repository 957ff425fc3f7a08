import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import Observatory

/// Somebody who has entered an observatory with a token, through its router.
protocol SessionVisit: Sendable {
  var site: Site { get }
  var cookie: String { get }
  /// What their forms bring along.
  var proof: String { get }
}

extension SessionVisit {
  func get(_ address: String, headers: HTTPFields = [:]) async throws -> Seen {
    var headers = headers
    headers[.cookie] = cookie
    return try await Visit.get(address, headers: headers, at: site)
  }

  /// Sends a form as a browser would.
  ///
  /// - Parameter headers: in place of what a browser would send.
  func post(
    _ address: String, _ fields: [String: String], headers: HTTPFields = [:], raw: String? = nil
  ) async throws -> Seen {
    var all: HTTPFields = [
      .cookie: cookie, .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
    ]
    for field in headers { all[field.name] = field.value.isEmpty ? nil : field.value }
    let fields = ["proof": proof].merging(fields) { $1 }
    let pairs = fields.map { Address.value($0.key) + "=" + Address.value($0.value) }
    let body = raw ?? pairs.joined(separator: "&")
    let (sent, server) = (all, WebServer(site))
    return try await server.application().test(.router) { client in
      try await client.execute(uri: address, method: .post, headers: sent, body: ByteBuffer(string: body)) {
        Seen(
          status: $0.status.code, headers: $0.headers,
          text: String(decoding: $0.body.readableBytesView, as: UTF8.self),
          size: $0.body.readableBytes)
      }
    }
  }

  /// What an answer to a token sets.
  static func cookie(_ entered: Seen) -> String {
    entered.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
  }

  /// What the forms of a page bring along.
  static func proof(_ page: Seen) -> String {
    page.text.firstMatch(of: /name="proof" value="([0-9a-f]+)"/).map { String($0.1) } ?? ""
  }
}
