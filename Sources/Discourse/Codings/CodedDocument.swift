/// What one coder's codings of one document come to.
public struct CodedDocument: Hashable, Sendable {
  public enum State: String, Hashable, Sendable {
    /// Some code is given.
    case coded
    /// Read, and no code applies.
    case none
    case skipped
    /// All that was given is taken back: the coder has not come to a judgement.
    case open
  }

  public let document: String
  public let coder: String
  public private(set) var state = State.open
  /// The codes that stand, in the order of the text: those of the whole document first.
  public private(set) var given: [Coding] = []
  /// The last *no code applies* or *skipped*, as long as it stands.
  public private(set) var judgement: Coding?

  /// Whether the coder has come to a judgement, which can be compared with another's.
  public var isRated: Bool { state == .coded || state == .none }
  public var codes: Set<String> { Set(given.compactMap(\.code)) }
  public var isUnsure: Bool { given.contains(where: \.isUnsure) || judgement?.isUnsure == true }

  init(_ document: String, _ coder: String) { (self.document, self.coder) = (document, coder) }

  /// Takes in a coding that is later than those before. To give a code again is to say anew how sure one is, and the memo.
  mutating func follow(_ coding: Coding) {
    switch coding.verdict {
    case .code(let code, let passage):
      given.removeAll { $0.verdict == .code(code, passage) }
      let place = given.firstIndex { Self.isBefore(passage, $0.passage) } ?? given.endIndex
      given.insert(coding, at: place)
      (judgement, state) = (nil, .coded)
    case .noLonger(let code, let passage):
      given.removeAll { $0.verdict == .code(code, passage) }
      if state == .coded, given.isEmpty { state = .open }
    case .noCode:
      given = []
      (judgement, state) = (coding, .none)
    case .skipped: (judgement, state) = (coding, .skipped)
    }
  }

  private static func isBefore(_ one: Passage?, _ other: Passage?) -> Bool {
    guard let other else { return false }
    return one.map { $0 < other } ?? true
  }
}
