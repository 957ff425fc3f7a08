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

  /// A new statement: its identifier follows from its content, so one and the same statement met twice is one.
  public init(
    entity: EntityReference, says: [Property: [Claim]], source: SourceID, locator: String,
    rank: Rank = .normal,
    certainty: Certainty = .stated, coder: String = "", note: String = ""
  ) {
    let id = StatementID(
      digestOf: Self.parts(entity, StatementText.encode(says), source, locator, rank, certainty, coder, note))
    self.init(
      recordedAs: id, entity: entity, says: says, source: source, locator: locator, rank: rank,
      certainty: certainty,
      coder: coder, note: note)
  }

  /// A statement as the log holds it, under the identifier it was recorded with.
  public init(
    recordedAs id: StatementID, entity: EntityReference, says: [Property: [Claim]], source: SourceID,
    locator: String,
    rank: Rank, certainty: Certainty, coder: String, note: String
  ) {
    self.id = id
    self.entity = entity
    self.says = says
    self.source = source
    self.locator = locator
    self.rank = rank
    self.certainty = certainty
    self.coder = coder
    self.note = note
  }

  /// The identifier that follows from the content; another than `id` when what the log holds was tampered with.
  public var contentID: StatementID {
    StatementID(
      digestOf: Self.parts(entity, StatementText.encode(says), source, locator, rank, certainty, coder, note))
  }

  private static func parts(
    _ entity: EntityReference, _ says: String, _ source: SourceID, _ locator: String, _ rank: Rank,
    _ certainty: Certainty, _ coder: String, _ note: String
  ) -> [String] {
    [
      entity.kind.rawValue, entity.id, says, source.text, locator, rank.rawValue, certainty.rawValue, coder,
      note,
    ]
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
