import Crypto
import Foundation
import Interchange

/// Identifiers as REFI-QDA wants them, of things that have others: always the same ones (RFC 9562, version 8, of SHA-256).
enum Guid {
  static let origin = "Entente"

  static func of(_ text: String) -> String {
    var bytes = Array(SHA256.hash(data: Data(("entente " + text).utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { String(0x100 | Int($0), radix: 16).dropFirst() }
    let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return parts.map { digits[$0].joined() }.joined(separator: "-")
  }

  /// What is one already stays.
  static func of(_ kind: String, _ id: String) -> String {
    RefiProject.isIdentifier(id) ? id.lowercased() : of("\(kind) \(id)")
  }

  @Sendable static func ofCode(_ id: String) -> String { of("code", id) }
}
