/// What is sent: bytes of a kind, with a status. HTTP is told nothing else of a page.
public struct Answer: Hashable, Sendable {
  public let status: Int
  public let type: String
  public let bytes: [UInt8]
  /// Further header fields by name: `Location`, `Content-Disposition`.
  public var fields: [String: String] = [:]
  /// Whether its address tells its content apart for ever, so that it need not be asked for again.
  public var isImmutable = false
  /// Whether it says of something that it is still being computed: another time it says more, of the same record.
  public var isProvisional = false

  /// Whether it is no more than the advice to come again.
  var isForLater: Bool { status == 503 && fields["Retry-After"] != nil }

  static let html = "text/html; charset=utf-8"
  static let json = "application/json"
  static let csv = "text/csv; charset=utf-8"
  static let problem = "application/problem+json"

  init(status: Int = 200, type: String, text: String) {
    self.init(status: status, type: type, bytes: Array(text.utf8))
  }

  init(status: Int = 200, type: String, bytes: [UInt8]) {
    self.status = status
    self.type = type
    self.bytes = bytes
  }
}
