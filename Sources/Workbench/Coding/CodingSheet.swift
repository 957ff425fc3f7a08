public import Discourse

/// All that a coder says of one document. To keep it is to append the codings by which it differs from what they said before.
public struct CodingSheet: Hashable, Sendable {
  /// A code, given to the document or to a passage.
  public struct Mark: Hashable, Sendable {
    public let code: String
    public let passage: Passage?

    public init(code: String, passage: Passage? = nil) { (self.code, self.passage) = (code, passage) }

    var verdict: Coding.Verdict { .code(code, passage) }
  }

  public enum Judgement: Hashable, Sendable {
    /// The codes that are given.
    case codes(Set<Mark>)
    /// Read, and none applies.
    case noCode
    case skipped
  }

  public let judgement: Judgement
  public let isUnsure: Bool
  public let memo: String

  public init(_ judgement: Judgement, isUnsure: Bool = false, memo: String = "") {
    (self.judgement, self.isUnsure, self.memo) = (judgement, isUnsure, memo)
  }

  /// What a coder has said; nil where they have come to no judgement.
  public init?(_ coded: CodedDocument?) {
    guard let coded else { return nil }
    switch coded.state {
    case .open: return nil
    case .none: judgement = .noCode
    case .skipped: judgement = .skipped
    case .coded:
      judgement = .codes(
        Set(coded.given.compactMap { one in one.code.map { Mark(code: $0, passage: one.passage) } }))
    }
    let said = coded.state == .coded ? coded.given : coded.judgement.map { [$0] } ?? []
    isUnsure = said.contains(where: \.isUnsure)
    memo = said.first { !$0.memo.isEmpty }?.memo ?? ""
  }

  /// The codings that lead to it from what stands; none where nothing differs. What was given under a rule that is another one now is given
  /// anew, under the version in force.
  ///
  /// - Parameter count: how many codings of theirs the document has.
  func codings(
    after coded: CodedDocument?, of document: String, by coder: String, _ versions: CodebookVersions,
    count: Int, at moment: String
  ) -> [Coding] {
    let before = CodingSheet(coded)
    var made: [Coding] = []
    func add(_ verdict: Coding.Verdict, version: Int, isSaid: Bool) {
      made.append(
        Coding(
          id: Guid.of("coding \(document) \(coder) \(verdict) \(moment) \(count + made.count)"),
          document: document,
          coder: coder, verdict: verdict, version: version, at: moment, isUnsure: isSaid && isUnsure,
          memo: isSaid ? memo : ""))
    }
    switch judgement {
    case .noCode, .skipped:
      guard self != before || coded?.judgement?.version != versions.latest else { return [] }
      add(judgement == .noCode ? .noCode : .skipped, version: versions.latest, isSaid: true)
    case .codes(let marks):
      let standing = coded?.given ?? []
      for old in standing {
        guard let code = old.code, !marks.contains(Mark(code: code, passage: old.passage)) else { continue }
        let isThere = versions.current?[code] != nil
        add(.noLonger(code, old.passage), version: isThere ? versions.latest : old.version, isSaid: false)
      }
      let isSaidAnew =
        coded?.state != .coded || before?.isUnsure != isUnsure || before?.memo != memo
      for mark in marks.sorted() {
        let old = standing.first { $0.verdict == mark.verdict }
        let isStale = old.flatMap { versions.staleness(of: mark.code, givenUnder: $0.version) } != nil
        guard old == nil || isStale || isSaidAnew else { continue }
        add(mark.verdict, version: versions.latest, isSaid: true)
      }
    }
    return made
  }
}

extension CodingSheet.Mark: Comparable {
  /// Those of the whole document first, then in the order of the text.
  public static func < (one: Self, other: Self) -> Bool {
    let (first, second) = (one.passage?.start ?? -1, other.passage?.start ?? -1)
    let (end, otherEnd) = (one.passage?.end ?? -1, other.passage?.end ?? -1)
    return (first, end, one.code) < (second, otherEnd, other.code)
  }
}
