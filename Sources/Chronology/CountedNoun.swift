extension Int {
  /// So many of what the noun names, with an s unless it is one: "1 event", "16 events".
  public func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
