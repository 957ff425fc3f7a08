import Crypto
import Foundation

/// Something that nobody can guess: 256 random bits.
struct Secret: Sendable {
  private let key: SymmetricKey
  /// In hexadecimal, 64 digits.
  let text: String

  init() {
    key = SymmetricKey(size: .bits256)
    text = key.withUnsafeBytes { Array($0).hexadecimal }
  }

  /// What only who knows the secret can make of a word, in hexadecimal.
  func mark(_ word: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Data(word.utf8), using: key).hexadecimal
  }

  /// Whether a text is another, in a time that does not tell how far they agree.
  func agree(_ one: String, _ other: String) -> Bool {
    let code = HMAC<SHA256>.authenticationCode(for: Data(one.utf8), using: key)
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(other.utf8), using: key)
  }
}

extension Sequence<UInt8> {
  var hexadecimal: String {
    map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
