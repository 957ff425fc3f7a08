extension Address {
  /// A corpus, or what is asked of it.
  static func corpus(_ name: String, _ place: CorpusHead.Place = .corpus) -> String {
    "/corpora/" + part(name) + (place == .corpus ? "" : "/" + place.rawValue)
  }

  /// The same as data.
  static func corpusData(_ name: String, _ place: CorpusHead.Place = .corpus) -> String {
    "/api/v1" + corpus(name, place)
  }

  static func document(_ id: String, of corpus: String) -> String {
    Self.corpus(corpus) + "/" + part(documentPart(id))
  }

  static func documentData(_ id: String, of corpus: String) -> String {
    corpusData(corpus) + "/documents/" + part(documentPart(id))
  }

  /// A document by the last part of its address.
  static func document(atPart part: String) -> String {
    part.hasPrefix(Self.mark) ? String(part.dropFirst(Self.mark.count)) : part
  }

  private static let mark = "id:"

  /// Identifiers that would be taken for something else in that place are marked.
  private static func documentPart(_ id: String) -> String {
    let isTaken = CorpusHead.Place(rawValue: id) != nil || id == "." || id == ".." || id.hasPrefix(mark)
    return isTaken ? mark + id : id
  }
}
