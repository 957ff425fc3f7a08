extension QueryText {
  /// What stands behind the question mark, in the order given; what is nil is left out.
  static func text(_ values: [(name: String, value: String?)]) -> String {
    values.compactMap { name, value in
      value.map { "\(name)=\(Address.part($0).replacing("+", with: "%2B"))" }
    }.joined(separator: "&")
  }
}
