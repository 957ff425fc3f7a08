public import Discourse

/// What a project comes to: coders, codebook, texts, codings, variables. What else it holds stays in its document.
public struct RefiContents: Sendable {
  public struct User: Hashable, Sendable {
    public let guid: String
    public let name: String

    public init(guid: String, name: String) { (self.guid, self.name) = (guid, name) }
  }

  /// A text that is coded: a text source, or the text of a PDF.
  public struct Source: Hashable, Sendable {
    public let guid: String
    public let name: String
    /// Nil where it is kept outside of the package.
    public let text: String?
    /// What its variables say, in the document's order.
    public let values: [Value]

    public init(guid: String, name: String, text: String?, values: [Value]) {
      (self.guid, self.name, self.text, self.values) = (guid, name, text, values)
    }
  }

  public struct Value: Hashable, Sendable {
    public let variable: String
    public let text: String

    public init(variable: String, text: String) { (self.variable, self.text) = (variable, text) }
  }

  /// A code on a text or a passage of it.
  public struct Coded: Hashable, Sendable {
    public let guid: String
    public let source: String
    public let passage: Passage?
    public let code: String
    /// The user who gave it; nil where that is not told.
    public let user: String?
    /// As it is written; nil where that is not told.
    public let at: String?
    /// The texts of the notes that hang on it.
    public let memo: String
  }

  public let users: [User]
  public let codebook: Codebook
  public let sources: [Source]
  public let codings: [Coded]
  /// How many of each kind are kept, but are no text or coding of one: `PictureSource`, `Link`, …, by the element's name.
  public let kept: [String: Int]

  /// - Throws: `RefiFault` for a passage beyond its text, a text that is missing, a codebook that is none.
  public init(_ project: RefiProject) throws(RefiFault) {
    var reading = RefiReading(project)
    users = reading.users
    let codes = try reading.codes()
    do { codebook = try Codebook(codes) } catch { throw .codebook(error) }
    try reading.readSources()
    (sources, codings, kept) = (reading.sources, reading.codings, reading.kept)
  }
}
