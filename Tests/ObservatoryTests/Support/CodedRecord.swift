import Archive
import Discourse
import TestSupport
import Workbench

@testable import Observatory

/// A corpus that is coded by three coders, in an archive of its own.
enum CodedRecord {
  static let at = "2026-01-31T12:00:00.000Z"
  static let coders = ["Ann", "Ben", "Cem"]

  /// The first four mean ill, or are written otherwise; then come plain ones.
  static let odd = [
    "<script>alert(1)</script> </main> {{page.title}} \"' & done.",
    "One.\r\nTwo 😀 𠮷 e\u{301}.\rThree\u{1}four\u{7}.\n\nFive.", "שלום עולם. \u{202E}desrever. سلام.",
    "两国签署文件。双方将扩大贸易！第三句。",
  ]

  static let book: [Code] = [
    Code(id: "coop", name: "Cooperation", isGiven: false),
    Code(
      id: "aid", parent: "coop", name: "Aid <b>",
      rule: .init(definition: "Gifts", rules: ["No loans"], examples: ["\"masks\""])),
    Code(id: "trade", parent: "coop", name: "Trade"),
    Code(id: "a b&c=\"d\"", name: "Other 其他"),
  ]

  /// - Parameters:
  ///   - documents: d1, d2, …
  ///   - isShared: whether all coders get all of them.
  static func archive(documents count: Int = 6, isShared: Bool = true, in archive: ArchiveStore? = nil) throws
    -> ArchiveStore
  {
    let archive = try archive ?? ArchiveStore.inMemory()
    var documents: [Document]? = (0..<count).map { number in
      Document(
        place: "", id: "d\(number + 1)",
        text: number < odd.count ? odd[number] : "Article \(number + 1). It has two sentences.",
        title: number == 0 ? "<img src=x onerror=alert(1)>" : "Title \(number + 1)",
        date: try? .init("2019-\(number < 9 ? "0" : "1")\(number % 9 + 1)"), outlet: "ANSA", language: "en")
    }
    _ = try archive.fill(corpus: "news", from: "news.csv", mapping: "{}", isMuch: false, at: at) {
      defer { documents = nil }
      return documents
    }
    _ = try archive.keep(Codebook(book), as: "themes", at: at)
    let rule = try AssignmentRule(
      coders: coders, each: isShared ? 3 : 1, overlap: isShared ? 1 : 0, seed: 7)
    _ = try archive.assign(nil, of: "news", codebook: "themes", by: rule, at: at)
    return archive
  }

  /// The codebook with another rule of aid.
  static func changeRule(in archive: ArchiveStore) throws {
    let changed = book.map { code in
      code.id == "aid"
        ? Code(id: "aid", parent: "coop", name: code.name, rule: .init(definition: "Gifts, and loans")) : code
    }
    _ = try archive.keep(Codebook(changed), as: "themes", at: at)
  }

  static func log(_ archive: ArchiveStore) throws -> [Coding] {
    try archive.codings(of: "news", codebook: "themes").log
  }
}
