extension RefiProject {
  /// The text of a note; nil where there is none, or it does not stand in the document itself.
  public func note(_ guid: String) -> String? {
    root.child("Notes")?.children("Note").first { $0.guid == guid }?.child("PlainTextContent")?.text
  }
}

extension RefiProject {
  /// Whether a text is an identifier as REFI-QDA wants it: 8-4-4-4-12 hexadecimal digits.
  public static func isIdentifier(_ text: String) -> Bool { RefiChecks.isWellFormed(text.lowercased()) }
}
