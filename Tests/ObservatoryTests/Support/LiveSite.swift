import Foundation
import HummingbirdTesting
import TestSupport

@testable import Observatory

/// An observatory on a port of this machine, and a browser that looks at it.
enum LiveSite {
  /// - Parameters:
  ///   - own: nil for one of the bundled evidence.
  ///   - look: is given the browser and where the observatory is, without a slash at the end.
  static func browse(
    _ own: Site? = nil, _ look: @escaping @Sendable (Browser, String) throws -> Void
  ) async throws {
    let site = try own ?? Visit.bundled.get()
    // A driver waits half a minute for a page: not for the first, which has the studies recomputed.
    _ = try await Visit.get("/", at: site)
    let server = WebServer(site)
    try await server.application().test(.live) { client in
      let address = "http://127.0.0.1:\(client.port ?? 0)"
      let folder = try ScratchFolder()
      // The browser is waited for: not on a thread that the server needs.
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result { try Browser.with(folder.path + "/driver.log") { try look($0, address) } })
        }
      }
    }
  }
}
