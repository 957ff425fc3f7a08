import Chronology
import Diplomacy

/// A property by "kind.name": `p("partnership.established")`.
func p(_ name: String) -> Property {
  let parts = name.split(separator: ".")
  guard let kind = EntityKind(rawValue: String(parts[0])),
    let property = Property.named(String(parts[1]), of: kind)
  else { fatalError("no property \(name)") }
  return property
}

/// A claim as a mapping would make it; several values are alternatives.
func claim(
  _ property: String, _ values: String..., side: String? = nil, role: Role? = nil, during: String? = nil
) throws -> (Property, Claim) {
  let atoms = try values.map { try Atom($0, for: p(property)) }
  return (p(property), Claim(atoms, side: side, role: role, during: try during.map { try EDTF($0) }))
}

/// A statement of some claims on one entity, all of whose properties are of its kind.
func statement(
  _ claims: (Property, Claim)..., on id: String = "x", source: SourceID = "a", rank: Rank = .normal,
  locator: String = "p. 1"
) -> Statement {
  Statement(
    entity: EntityReference(claims[0].0.kind, id),
    says: Dictionary(grouping: claims, by: \.0).mapValues { $0.map(\.1) },
    source: source, locator: locator, rank: rank)
}

extension Resolver {
  /// Sources issued on the days given; others on none.
  init(_ policy: Policy = .undecided, validOn: String? = nil, issued: [SourceID: String] = [:]) {
    self.init(lens: Lens(policy: policy, validOn: validOn.flatMap { Day($0) })) {
      issued[$0].flatMap { Day($0) }
    }
  }

  func resolve(_ statements: [Statement]) -> Resolution { resolve(statements[0].entity, statements) }
}

extension Resolution {
  /// Each value of the property, its alternatives as text.
  func texts(of property: String) -> [[String]] {
    self[property].map { $0.claim.alternatives.map(\.description) }
  }
}
