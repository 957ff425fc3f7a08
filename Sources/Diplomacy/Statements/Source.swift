public import Chronology

/// A citable work or communication, as CSL-JSON (the Citation Style Language's item schema 1.0).
public struct Source: Hashable, Sendable, Identifiable {
  public let id: SourceID
  public let title: String
  /// When it was issued; nil when not said. CSL's `date-parts` become an EDTF date or interval.
  public let issued: EDTF?
  /// The CSL-JSON item, keys sorted, kept whole.
  public let csl: String

  public init(id: SourceID, title: String, issued: EDTF?, csl: String) {
    self.id = id
    self.title = title
    self.issued = issued
    self.csl = csl
  }
}
