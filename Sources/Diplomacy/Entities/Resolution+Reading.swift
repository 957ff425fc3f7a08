import Chronology

/// How the typed entities read a resolution: one helper a value type.
extension Resolution {
  func text(_ property: String) -> OneOf<String>? { one(property) { $0.description } }

  /// Each value once, though it may be said of several times, sides or roles.
  func texts(_ property: String) -> [String] {
    self[property].flatMap { $0.claim.alternatives.map(\.description) }.unique
  }

  func term<T: Term>(_ property: String, _: T.Type) -> OneOf<T>? {
    one(property) { T(rawValue: $0.description) }
  }

  func terms<T: Term>(_ property: String, _: T.Type) -> [T] {
    texts(property).compactMap(T.init(rawValue:))
  }

  func date(_ property: String) -> OneOf<EDTF>? {
    one(property) { if case .date(let date) = $0 { date } else { nil } }
  }

  func amount(_ property: String) -> OneOf<Amount>? {
    one(property) { if case .amount(let amount) = $0 { amount } else { nil } }
  }

  /// Nil when nothing is said, or when both are.
  func boolean(_ property: String) -> Bool? {
    let said: OneOf<Bool>? = one(property) { if case .boolean(let boolean) = $0 { boolean } else { nil } }
    return said.flatMap { $0.isCertain ? $0.first : nil }
  }

  func reference<S>(_ property: String, to _: S.Type) -> OneOf<Identifier<S>>? {
    one(property) { Identifier($0.description) }
  }

  func references<S>(_ property: String, to _: S.Type) -> [Identifier<S>] {
    self[property].flatMap { $0.claim.alternatives.map { Identifier($0.description) } }.unique
  }

  /// A property that may hold at different times keeps the claims apart; as one value it is any of them.
  private func one<T: Hashable>(_ property: String, _ read: (Atom) -> T?) -> OneOf<T>? {
    OneOf(self[property].flatMap(\.claim.alternatives).compactMap(read))
  }
}
