public import Chronology
import Crypto
import Discourse
import Foundation

/// One article, post or other message of a corpus, as it comes in.
public struct Document: Sendable {
  /// Where it was read: "news.csv:17". For messages; not recorded.
  public let place: String
  public let id: String
  public let title: String?
  public let date: EDTF?
  public let outlet: String?
  public let language: String?
  /// The media partnership that it was published under.
  public let under: String?
  public let authors: [String]
  /// A JSON object of what else its source has on it.
  public let extra: String?
  /// Nil where the text stays outside the archive.
  public let text: String?
  /// In Unicode scalars, which is how REFI-QDA counts places in a text.
  public let length: Int
  /// SHA-256 of the text in UTF-8.
  let hash: [UInt8]
  /// Title, text and outlet as the index is given them.
  let words: IndexWords

  /// - Parameter isStandOff: whether the text stays outside: of it the length and the hash are recorded, and no word.
  public init(
    place: String, id: String, text: String, isStandOff: Bool = false, title: String? = nil,
    date: EDTF? = nil, outlet: String? = nil, language: String? = nil, under: String? = nil,
    authors: [String] = [], extra: String? = nil
  ) {
    (self.place, self.id, self.title, self.date, self.outlet) = (place, id, title, date, outlet)
    (self.language, self.under, self.authors, self.extra) = (language, under, authors, extra)
    self.text = isStandOff ? nil : text
    var utf8 = text
    (hash, length) = utf8.withUTF8 { bytes in
      (Array(SHA256.hash(data: bytes)), bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
    }
    words = IndexWords(title: title, text: self.text, outlet: outlet)
  }
}

/// What a document gives to the index. Made again of what is recorded, it is the same.
struct IndexWords {
  let title: [UInt8]
  let text: [UInt8]
  let outlet: String

  init(title: String?, text: String?, outlet: String?) {
    self.title = title.map(IndexText.of) ?? []
    self.text = text.map(IndexText.of) ?? []
    self.outlet = outlet.map(IndexText.name) ?? ""
  }
}
