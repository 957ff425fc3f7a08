/// What came in together: one import of one file, or one edit.
public struct Batch: Hashable, Sendable {
  public enum Kind: String, Term {
    case `import`, edit
  }

  public let kind: Kind
  /// The file's name (not its path); empty for an edit.
  public let file: String
  /// SHA-256 of the file and of its mapping, in hexadecimal; empty for an edit.
  public let fileHash: String
  public let mappingHash: String
  public let coder: String

  public init(
    kind: Kind, file: String = "", fileHash: String = "", mappingHash: String = "", coder: String = ""
  ) {
    self.kind = kind
    self.file = file
    self.fileHash = fileHash
    self.mappingHash = mappingHash
    self.coder = coder
  }
}
