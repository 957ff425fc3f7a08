public import Discourse

/// What a project is to come to. Identifiers are of the form 8-4-4-4-12, in lower case.
public struct RefiRevision: Sendable {
  public struct Source: Sendable {
    public let guid: String
    public let name: String
    public let text: String
    public let values: [RefiContents.Value]

    public init(guid: String, name: String, text: String, values: [RefiContents.Value] = []) {
      (self.guid, self.name, self.text, self.values) = (guid, name, text, values)
    }
  }

  /// A coding, with a memo or none, which becomes a note.
  public struct Coded: Sendable {
    public let guid: String
    public let source: String
    public let passage: Passage?
    /// The code's identifier in the codebook.
    public let code: String
    /// Nil where it is not told who gave it, or when.
    public let user: String?
    public let at: String?
    public let memo: String

    public init(
      guid: String, source: String, passage: Passage?, code: String, user: String?, at: String?,
      memo: String = ""
    ) {
      (self.guid, self.source, self.passage, self.code) = (guid, source, passage, code)
      (self.user, self.at, self.memo) = (user, at, memo)
    }
  }

  /// A note on the project as a whole.
  public struct Note: Sendable {
    public let guid: String
    public let name: String
    public let text: String

    public init(guid: String, name: String, text: String) {
      (self.guid, self.name, self.text) = (guid, name, text)
    }
  }

  public var users: [RefiContents.User]
  public var codebook: Codebook
  public var sources: [Source]
  public var codings: [Coded]
  public var notes: [Note]
  /// Makes an identifier of a text that tells what it is for: always the same one.
  public let guid: @Sendable (String) -> String

  public init(
    users: [RefiContents.User], codebook: Codebook, sources: [Source], codings: [Coded], notes: [Note] = [],
    guid: @escaping @Sendable (String) -> String
  ) {
    (self.users, self.codebook, self.sources, self.codings) = (users, codebook, sources, codings)
    (self.notes, self.guid) = (notes, guid)
  }
}
