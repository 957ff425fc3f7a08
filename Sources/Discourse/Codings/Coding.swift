/// What a coder found in a document, under a version of the codebook. Codings are appended; what was said before is never overwritten.
public struct Coding: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The code is given to a passage, or, without one, to the document.
    case code(String, Passage?)
    /// The coder takes it back.
    case noLonger(String, Passage?)
    /// The coder has read the document, and no code applies.
    case noCode
    /// The coder leaves the document without a judgement: it counts as not rated by them.
    case skipped
  }

  /// Of its own, wherever it goes.
  public let id: String
  public let document: String
  public let coder: String
  public let verdict: Verdict
  /// The number of the codebook's version.
  public let version: Int
  /// RFC 3339 in UTC.
  public let at: String
  /// The coder is not sure, and wants it to be looked at again.
  public let isUnsure: Bool
  public let memo: String

  public init(
    id: String, document: String, coder: String, verdict: Verdict, version: Int, at: String,
    isUnsure: Bool = false, memo: String = ""
  ) {
    (self.id, self.document, self.coder, self.verdict) = (id, document, coder, verdict)
    (self.version, self.at, self.isUnsure, self.memo) = (version, at, isUnsure, memo)
  }

  /// The code that is given or taken back.
  public var code: String? {
    switch verdict {
    case .code(let code, _), .noLonger(let code, _): code
    case .noCode, .skipped: nil
    }
  }

  public var passage: Passage? {
    switch verdict {
    case .code(_, let passage), .noLonger(_, let passage): passage
    case .noCode, .skipped: nil
    }
  }
}

extension Coding.Verdict {
  /// As the archive, tables and projects write it; the code and the passage stand beside it.
  public var text: String {
    switch self {
    case .code: "code"
    case .noLonger: "no longer"
    case .noCode: "no code"
    case .skipped: "skipped"
    }
  }

  /// What was written so. Nil of any other text, and without the code where there must be one.
  public init?(_ text: String, code: String?, passage: Passage?) {
    switch (text, code) {
    case ("code", let code?): self = .code(code, passage)
    case ("no longer", let code?): self = .noLonger(code, passage)
    case ("no code", _): self = .noCode
    case ("skipped", _): self = .skipped
    default: return nil
    }
  }
}
