import Archive
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Workbench

@testable import Observatory

/// Somebody who edits an observatory, through its router.
struct EditVisit {
  let site: Site
  let archive: ArchiveStore
  let editor: Editor
  private(set) var cookie = ""
  /// What their forms bring along.
  private(set) var proof = ""

  /// Opens an observatory on a copy of the bundled evidence, or on another archive, and enters with the token.
  init(
    _ archive: ArchiveStore? = nil, writing writer: ArchiveStore? = nil, studies: [Study]? = nil
  ) async throws {
    let archive = try archive ?? Bundled.copy()
    let editor = Editor(writer ?? archive, patience: .seconds(300))
    self.archive = archive
    self.editor = editor
    site = try Visit.site(archive, studies: studies, editor: editor)
    let entered = try await Visit.get("/" + editor.entrance, at: site)
    cookie = entered.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    let form = try await get("/edit/statement?kind=actor")
    proof = form.text.firstMatch(of: /name="proof" value="([0-9a-f]+)"/).map { String($0.1) } ?? ""
  }

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
    let body = raw ?? String(Address.asking("", fields.map { ($0.key, $0.value) }).dropFirst())
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

  /// What a person would type of Łódź's gift, if a third place in the article gave a third number.
  static let gift = [
    "kind": "flow", "entity": "ev-083/masks", "says.quantity.0": "15000", "source": "mierzejewski-2021",
    "locator": "Reality check section, L240", "coder": "kim",
  ]
}
