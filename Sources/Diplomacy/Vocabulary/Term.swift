/// A closed list of words: the field's own (see `Documentation/Vocabulary.md`). The raw value is the word itself.
public protocol Term: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

extension Term {
  /// Every word of the list, in its order.
  public static var words: [String] { allCases.map(\.rawValue) }
}
