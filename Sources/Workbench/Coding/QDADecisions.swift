import Discourse

/// The decisions that a project's history has, on documents that came in.
struct QDADecisions {
  private let all: [Adjudication]

  /// - Parameters:
  ///   - ids: the documents that came in, by the identifiers of their sources.
  ///   - moment: when they are recorded.
  init(_ history: QDAHistory?, _ books: QDACodebooks, _ ids: [String: String], at moment: String) {
    let documents = Set(ids.values)
    all = (history?.decisions ?? []).filter { documents.contains($0.document) }.map {
      Adjudication(
        document: $0.document, code: $0.code, holds: $0.holds, by: $0.by,
        version: books.number(of: $0.version),
        at: moment, reason: $0.reason)
    }
  }

  /// Those that are not on record. A decision may have been made several times: as many are new as the project has more.
  func new(beside recorded: [Adjudication]) -> [Adjudication] {
    guard let moment = all.first?.at else { return [] }
    var known: [Adjudication: Int] = [:]
    for one in recorded { known[one.made(at: moment), default: 0] += 1 }
    return all.filter { one in
      guard let count = known[one], count > 0 else { return true }
      known[one] = count - 1
      return false
    }
  }
}

extension Adjudication {
  /// The same, as if it had been made at another moment.
  fileprivate func made(at moment: String) -> Adjudication {
    Adjudication(
      document: document, code: code, holds: holds, by: by, version: version, at: moment, reason: reason)
  }
}
