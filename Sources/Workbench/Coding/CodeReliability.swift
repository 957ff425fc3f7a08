public import Discourse

/// How reliably one code is given.
public struct CodeReliability: Sendable {
  /// The code's names, from the top.
  public let path: String
  /// How many times a coder gave it to a document.
  public let times: Int
  /// Given to a document or not.
  public let reliability: Reliability
  /// Where in the texts it stands; nil where no coder gave it to a passage.
  public let passages: Estimate?
}

extension CodingReliability {
  /// Where in the texts that all coders have judged each code stands, of codes that some coder gave to a passage. A code of the whole document is
  /// one of all its text. Documents whose text is not in the archive are left out.
  static func unitizing(_ desk: CodingDesk, _ codings: Codings, _ documents: Set<String>?) throws -> [String:
    Unitizing]
  {
    let rated = codings.documents.filter { $0.isRated && documents?.contains($0.document) ?? true }
    let codes = Set(rated.flatMap(\.given).filter { $0.passage != nil }.compactMap(\.code))
    guard !codes.isEmpty else { return [:] }
    let coders = codings.coders.filter { coder in rated.contains { $0.coder == coder } }
    let shared = Dictionary(grouping: rated, by: \.document).filter { $1.count == coders.count }
    var texts: [String: [Unitizing.Text]] = [:]
    for (document, coded) in shared {
      guard let text = try desk.archive.document(document, in: desk.corpus).text else { continue }
      let length = text.unicodeScalars.count
      let given = coders.map { coder in coded.first { $0.coder == coder }?.given ?? [] }
      for code in codes {
        let passages = given.map { own in
          own.filter { $0.code == code }.compactMap { $0.passage ?? Passage(start: 0, end: length) }
        }
        texts[code, default: []].append(.init(length: length, passages: passages))
      }
    }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, Unitizing(texts[$0] ?? [])) })
  }
}
