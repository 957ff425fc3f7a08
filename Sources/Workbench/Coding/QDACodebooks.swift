import Discourse
import Interchange

/// Which versions a project's codebook adds to the one on record, and what the numbers of its own versions become.
struct QDACodebooks {
  /// Versions to be kept, in their order.
  let new: [(book: Codebook, imprint: QDAHistory.Version?)]
  /// The version that codings without one are made under.
  let latest: Int
  private let numbers: [Int]
  private let ids: [String: String]

  /// - Throws: `CodebookFault`
  init(_ tree: Codebook, _ history: QDAHistory?, _ filed: CodebookVersions?) throws {
    let own = try history?.books() ?? []
    // A code of ours may be told by another identifier in the project.
    ids = Dictionary(own.flatMap(\.codes).map { (Guid.ofCode($0.id), $0.id) }) { first, _ in first }
    let codes = tree.codes.map { [ids] code in
      Code(
        id: ids[code.id] ?? code.id, parent: code.parent.map { ids[$0] ?? $0 }, name: code.name,
        rule: code.rule,
        isGiven: code.isGiven, color: code.color)
    }
    let current = try Codebook(codes)
    var all = filed?.versions ?? []
    let before = all.count
    numbers = own.map { book in
      if let place = all.firstIndex(of: book) { return place + 1 }
      all.append(book)
      return all.count
    }
    if let place = all.firstIndex(of: current) {
      latest = place + 1
    } else {
      all.append(current)
      latest = all.count
    }
    new = all[before...].map { book in
      (book, own.firstIndex(of: book).flatMap { history?.versions[$0] })
    }
  }

  /// What became of a version of the project's own.
  func number(of version: Int) -> Int {
    version > 0 && version <= numbers.count ? numbers[version - 1] : latest
  }

  /// What a code of the project is called on record.
  func code(_ guid: String) -> String { ids[guid] ?? guid }
}
