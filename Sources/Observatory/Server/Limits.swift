import Hummingbird

/// How large a request may be. What is larger is refused before it is read.
enum Limits {
  /// Of the whole address, in bytes.
  static let address = 4096
  static let headerField = 8 << 10
  static let headers = 32 << 10
  static let headerCount = 100
  /// Of what a visitor sends: nothing takes any but the forms of a session.
  static let body = 0
  /// Of a form, in bytes.
  static let form = 64 << 10
}
