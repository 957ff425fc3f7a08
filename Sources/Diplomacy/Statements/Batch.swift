/// What came in together: one import of one file, one edit, one retraction, or the undoing of a batch.
public struct Batch: Hashable, Sendable {
  public enum Kind: String, Term {
    case `import`, edit, retraction, undo
  }

  public let kind: Kind
  /// The file's name (not its path); empty where there is none.
  public let file: String
  /// SHA-256 of the file and of its mapping, in hexadecimal; empty where there is none.
  public let fileHash: String
  public let mappingHash: String
  public let coder: String
  /// Why something was withdrawn: of retractions, undoings and corrections, else empty.
  public let reason: String

  public init(
    kind: Kind, file: String = "", fileHash: String = "", mappingHash: String = "", coder: String = "",
    reason: String = ""
  ) {
    self.kind = kind
    self.file = file
    self.fileHash = fileHash
    self.mappingHash = mappingHash
    self.coder = coder
    self.reason = reason
  }
}
