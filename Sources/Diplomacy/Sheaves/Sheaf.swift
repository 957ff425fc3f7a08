/// Many statements on entities of one kind, in columns: what a large table comes to.
///
/// Equal in meaning to a list of `Statement`s, at a hundredth of the memory: what a column says is worked out once for each distinct value,
/// and a row refers to it by number.
public struct Sheaf: Sendable {
  /// One claim column: the claims of one property that one place of the mapping makes.
  public struct Part: Sendable {
    public let property: Property
    public var claims: CodedColumn<[Claim]>

    public init(property: Property, claims: CodedColumn<[Claim]> = CodedColumn()) {
      self.property = property
      self.claims = claims
    }
  }

  public let kind: EntityKind
  /// The identifier of each row's entity: one a row.
  public var entities = TextColumn()
  public var sources = CodedColumn<String>()
  public var locators = TextColumn()
  public var ranks = CodedColumn<Rank>()
  public var certainties = CodedColumn<Certainty>()
  public var coders = CodedColumn<String>()
  public var notes = CodedColumn<String>()
  /// In the order in which a statement's claims stand; `mostParts` at most.
  public var parts: [Part]

  /// Packed, a sheaf tells the number of its columns in one byte, and seven of them are no parts (`Documentation/Schema.md`).
  public static let mostParts = 248

  public init(kind: EntityKind, parts: [Part]) {
    self.kind = kind
    self.parts = parts
  }

  public var count: Int { entities.count }

  /// What a row says. A property that several parts speak of has their claims one after the other.
  public func says(_ row: Int) -> [Property: [Claim]] {
    var says: [Property: [Claim]] = [:]
    for part in parts {
      if let claims = part.claims[row] { says[part.property, default: []] += claims }
    }
    return says
  }

  /// A row as a statement.
  public func statement(_ row: Int) -> Statement {
    Statement(
      entity: EntityReference(kind, entities[row]), says: says(row), source: SourceID(sources[row] ?? ""),
      locator: locators[row], rank: ranks[row] ?? .normal, certainty: certainties[row] ?? .stated,
      coder: coders[row] ?? "", note: notes[row] ?? "")
  }

  /// The sheaf with these rows alone, in the order given.
  public func rows(_ rows: [Int]) -> Sheaf {
    var part = Sheaf(
      kind: kind, parts: parts.map { Part(property: $0.property, claims: $0.claims.rows(rows)) })
    part.entities = entities.rows(rows)
    part.sources = sources.rows(rows)
    part.locators = locators.rows(rows)
    part.ranks = ranks.rows(rows)
    part.certainties = certainties.rows(rows)
    part.coders = coders.rows(rows)
    part.notes = notes.rows(rows)
    return part
  }
}

extension Sheaf {
  /// The sources that its rows cite.
  public var citedSources: Set<SourceID> {
    var isCited = [Bool](repeating: false, count: sources.values.count)
    for code in sources.codes where code >= 0 { isCited[Int(code)] = true }
    return Set(zip(sources.values, isCited).filter(\.1).map { SourceID($0.0) })
  }
}
