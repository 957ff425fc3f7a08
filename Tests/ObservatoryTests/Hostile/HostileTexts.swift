import Archive
import Chronology
import Discourse
import Workbench

@testable import Observatory

/// A corpus whose every text means ill: its name, its documents, the codes, the coders, what they write.
enum HostileTexts {
  static let corpus = HostileRecord.values[0]

  /// Identifiers mean ill, too; but for the long one, since an address has an end.
  static func document(_ index: Int) -> String {
    let value = HostileRecord.values[index]
    return value.utf8.count > 500 ? "long" : value
  }

  static func fill(_ archive: ArchiveStore) throws {
    let at = "2026-01-31T12:00:00.000Z"
    let values = HostileRecord.values
    var documents: [Document]? = values.indices.map { index in
      let next = values[(index + 1) % values.count]
      return Document(
        place: "x:\(index)", id: document(index), text: "A partner says: \(values[index])\nand then \(next)",
        title: values[index], date: try? EDTF("2020-01-01"), outlet: next, language: String(next.prefix(20)),
        under: next, authors: [next], extra: #"{"<b>":"</main><script>"}"#)
    }
    _ = try archive.fill(corpus: corpus, from: "x", mapping: "{}", isMuch: false, at: at) {
      defer { documents = nil }
      return documents
    }
    try CorpusDuplicates.find(
      in: corpus, archive, rule: DuplicateRule(shingle: 2, resemblance: 0.2, containment: 0.3)
    ).keep(in: archive, at: at)
    let code = String(values[1].prefix(200))
    _ = try archive.keep(Codebook([Code(id: code, name: values[2])]), as: values[3], at: at)
    _ = try archive.record(
      values.indices.map {
        Coding(
          id: "\($0)", document: document($0), coder: values[4],
          verdict: .code(code, Passage(start: 2, end: 16)),
          version: 1, at: at, memo: String(values[$0].prefix(500)))
      }, of: corpus, codebook: values[3], at: at)
    try archive.record(
      values.indices.map {
        Adjudication(
          document: document($0), code: code, holds: true, by: values[5], version: 1, at: at,
          reason: String(values[$0].prefix(500)))
      }, of: corpus, codebook: values[3], at: at)
  }

  static let pages: [String] = {
    var pages = ["/corpora", Address.corpus(corpus), Address.corpus(corpus) + "?by=month&count=outlet"]
    pages += HostileRecord.values.indices.map { Address.document(document($0), of: corpus) }
    for value in HostileRecord.values.prefix(16) {
      let term = String(value.prefix(60))
      pages.append(asking(.search, [("q", term), ("outlet", term)]))
      pages.append(asking(.kwic, [("term", term), ("sort", "left")]))
    }
    return pages + asked.map { asking($0, $1) }
  }()

  static let data: [String] = {
    var data = [
      "/api/v1/corpora", Address.corpusData(corpus) + "?by=outlet", Address.corpusData(corpus) + "/clusters",
    ]
    for index in HostileRecord.values.indices {
      let address = Address.documentData(document(index), of: corpus)
      data += [address, address + "/codes"]
    }
    return data + asked.map { "/api/v1" + asking($0, $1) }
  }()

  private static let asked: [(CorpusHead.Place, [(String, String?)])] = [
    (.search, [("q", "partner")]), (.kwic, [("term", "partner")]),
    (.collocates, [("term", "partner"), ("least", "1")]), (.career, [("term", "*")]),
    (.keyness, [("outlet", HostileRecord.values[3]), ("least", "1")]), (.themes, [("by", "outlet")]),
  ]

  private static func asking(_ place: CorpusHead.Place, _ values: [(String, String?)]) -> String {
    Address.asking(Address.corpus(corpus, place), values.map { (name: $0.0, value: $0.1) })
  }
}
