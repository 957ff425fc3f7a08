import Archive
import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Workbench

@testable import Observatory

/// What came back.
struct Seen {
  let status: Int
  let headers: HTTPFields
  let text: String
  /// In bytes: a picture is no text.
  let size: Int

  var type: String { headers[.contentType] ?? "" }
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }
}

/// Visits an observatory through its router, on the bundled evidence where no other archive is given.
enum Visit {
  /// - Parameter patience: how long an answer waits for what is made beside it; where other tests keep the machine busy, that is long.
  static func site(
    _ archive: ArchiveStore? = nil, studies: [Study]? = nil, editor: Editor? = nil,
    bench: Bench? = nil,
    patience: DispatchTimeInterval = .seconds(300)
  ) throws -> Site {
    let home = try Project.home()
    return try Site(
      archive ?? Bundled.archive(), named: "bundled.entente",
      studies: studies ?? StudyShelf(home.studies).all(),
      home: home,
      assets: Assets(placedIn: home.path + "/.assets", outlines: home.evidence + "/outlines"),
      editor: editor, bench: bench, patience: patience)
  }

  /// With a small corpus. Weighed: pages that say that something is being weighed have no tag.
  static let bundled = Result {
    let weighed = try site(SampleTexts.archive())
    try weighed.weigh()
    return weighed
  }

  static func get(
    _ address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], at own: Site? = nil
  ) async throws -> Seen {
    let server = WebServer(try own ?? bundled.get())
    return try await server.application().test(.router) { client in
      try await client.execute(uri: address, method: method, headers: headers) { response in
        Seen(
          status: response.status.code, headers: response.headers,
          text: String(decoding: response.body.readableBytesView, as: UTF8.self),
          size: response.body.readableBytes)
      }
    }
  }
}
