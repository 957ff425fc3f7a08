extension RefiProject {
  /// The text of a note; nil where there is none, or it does not stand in the document itself.
  public func note(_ guid: String) -> String? {
    root.child("Notes")?.children("Note").first { $0.guid == guid }?.child("PlainTextContent")?.text
  }
}
