/// What one place in one source says of one entity: the atom of the record. A row of a survey table is one statement.
///
/// Two clocks: valid time is in the values; record time is when it came in, and belongs to the log. Statements are
/// appended and can be retracted; they are never changed.
public struct Statement: Hashable, Sendable, Identifiable {
  public let id: StatementID
  public let entity: EntityReference
  public let says: [Property: [Claim]]
  public let source: SourceID
  /// Where in the source: page, table, article, line.
  public let locator: String
  public let rank: Rank
  public let certainty: Certainty
  /// Who read the source and wrote this down; empty when not said.
  public let coder: String
  public let note: String

  /// The identifier follows from the content (`StatementID.init(digestOf:)`), so one and the same statement met twice is one.
  public init(
    entity: EntityReference, says: [Property: [Claim]], source: SourceID, locator: String,
    rank: Rank = .normal,
    certainty: Certainty = .stated, coder: String = "", note: String = ""
  ) {
    self.entity = entity
    self.says = says
    self.source = source
    self.locator = locator
    self.rank = rank
    self.certainty = certainty
    self.coder = coder
    self.note = note
    id = StatementID(
      digestOf: [
        entity.kind.rawValue, entity.id, StatementText.encode(says), source.text, locator, rank.rawValue,
        certainty.rawValue, coder, note,
      ])
  }
}

/// Wikibase's ranks: among contradicting statements only the best rank present is heard; deprecated ones never.
public enum Rank: String, Term {
  case preferred, normal, deprecated
}

/// How the coder came by it: read in the source, inferred from it, or left undetermined by it.
public enum Certainty: String, Term {
  case stated, inferred, ambiguous
}
