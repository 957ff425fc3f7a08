import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix

/// The observatory as a server of HTTP.
public struct WebServer: Sendable {
  /// How many answers are made at the same time.
  static let workers = 4
  /// As many connections the archive should have: what is made beside the answers takes some for long.
  public static let readers = workers + 6

  /// Whether only this machine reaches a server on that host.
  public static func isLocal(_ host: String) -> Bool { Guard.local.contains(host) }

  /// Tasks of the whole process run on the threads that talk to visitors, from now on; can be said once only.
  private static let answersOnEventLoops =
    NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()

  private let site: Site

  public init(_ site: Site) { self.site = site }

  /// Serves until the process is asked to end (SIGINT, SIGTERM), and then ends what it has begun.
  ///
  /// - Parameters:
  ///   - host: the name or address to listen on.
  ///   - port: 0 takes a free one.
  ///   - ready: is told the address once visitors can come.
  /// - Throws: `ObservatoryError.cannotListen` where another program has the port, or it may not be had.
  public func serve(host: String, port: Int, ready: @escaping @Sendable (String) -> Void) async throws {
    // What takes long is done by a crew: the rest need not leave the threads that talk to visitors.
    _ = Self.answersOnEventLoops
    let server = application(host: host, port: port, ready: ready)
    do { try await server.runService() } catch let error as IOError {
      throw ObservatoryError.cannotListen(
        host: host, port: port,
        reason: error.errnoCode == EADDRINUSE ? "another program listens there" : error.localizedDescription)
    }
  }

  /// The server, ready to run.
  func application(
    host: String = "127.0.0.1", port: Int = 0, ready: @escaping @Sendable (String) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "entente")
    logger.logLevel = .error
    return Application(
      router: Mounting(site, host: host).router,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: Limits.headerField, maxHeaderListSize: Limits.headers,
            maxHeaderFieldCount: Limits.headerCount))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let shown = host.contains(":") ? "[\(host)]" : host
        ready("http://\(shown):\(channel.localAddress?.port ?? port)/")
      },
      logger: logger)
  }
}
