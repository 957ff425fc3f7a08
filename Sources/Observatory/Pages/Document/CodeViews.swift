import Workbench

/// A decision on a document, as its page shows it.
struct DecisionView: Sendable {
  let path: String
  let codebook: String
  let verdict: String
  let by: String
  let reason: String?

  init(_ one: DocumentCodes.Decision) {
    (path, codebook, by) = (one.path.onPage, one.codebook.onPage, one.by.onPage)
    verdict = one.holds ? "holds" : "does not hold"
    reason = one.reason.isEmpty ? nil : one.reason.onPage
  }
}

/// What a coder had found in it.
struct GivenView: Sendable {
  let path: String
  let codebook: String
  let coder: String
  let isUnsure: Bool
  let passage: String?
  let memo: String?

  init(_ one: DocumentCodes.Given) {
    (path, codebook, coder, isUnsure) = (one.path.onPage, one.codebook.onPage, one.coder.onPage, one.isUnsure)
    passage = one.passage?.asWritten.onPage
    memo = one.memo.isEmpty ? nil : one.memo.onPage
  }
}
