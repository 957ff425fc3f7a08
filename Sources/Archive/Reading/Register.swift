public import Diplomacy
import GRDB

/// The actors by identifier, code, name and alias: what an import resolves names against.
public struct Register: Sendable {
  /// How a name was, or was not, resolved.
  public enum Answer: Hashable, Sendable {
    case found(ActorID)
    /// Several actors bear it.
    case ambiguous([ActorID])
    /// None bears it.
    case unknown
  }

  /// An actor whose name comes near.
  public struct Near: Hashable, Sendable {
    public let actor: ActorID
    public let name: String
  }

  private var ids: Set<String> = []
  private var codes: [String: Set<String>] = [:]
  private var names: [String: Set<String>] = [:]
  private var aliases: [String: Set<String>] = [:]

  public init() {}

  /// Adds a name; `sort` is the archive's (`name`, `alias`, `code`).
  mutating func add(_ actor: String, _ folded: String, sort: String) {
    switch sort {
    case "code": codes[folded, default: []].insert(actor)
    case "name": names[folded, default: []].insert(actor)
    default: aliases[folded, default: []].insert(actor)
    }
  }

  /// Adds an actor that is about to be recorded.
  public mutating func add(_ statement: Diplomacy.Statement) {
    guard statement.entity.kind == .actor else { return }
    ids.insert(statement.entity.id)
    for (property, claims) in statement.says where ["name", "alias", "code"].contains(property.name) {
      for atom in claims.flatMap(\.alternatives) {
        add(statement.entity.id, atom.description.folded, sort: property.name)
      }
    }
  }

  mutating func add(id: String) { ids.insert(id) }

  /// Whether an actor has that very identifier.
  public func holds(_ id: ActorID) -> Bool { ids.contains(id.text) }

  /// Resolves by identifier, then code, then name, then alias; each folded but the identifier. Never guesses.
  public func resolve(_ text: String) -> Answer {
    if ids.contains(text) { return .found(ActorID(text)) }
    let folded = text.folded
    for table in [codes, names, aliases] {
      guard let found = table[folded] else { continue }
      return found.count == 1
        ? .found(ActorID(found.first ?? "")) : .ambiguous(found.sorted().map { ActorID($0) })
    }
    return .unknown
  }

  /// Names within two letters, or one that holds the other; the nearest five. Only names of about the same length are compared, and
  /// none with a text that is longer than any name.
  public func near(_ text: String) -> [Near] {
    let folded = text.folded
    let length = folded.count
    guard length <= 200 else { return [] }
    var scored: [(distance: Int, near: Near)] = []
    for (name, actors) in names.merging(aliases, uniquingKeysWith: { $0.union($1) }) {
      let isHeld = name.holds(folded) || folded.holds(name)
      // Letters take four bytes at most.
      guard isHeld || abs(name.utf8.count - folded.utf8.count) <= 8 else { continue }
      let holds = isHeld && length > 3 && name.count > 3
      let distance = abs(name.count - length) <= 2 ? name.editDistance(to: folded) : .max
      guard distance <= 2 || holds else { continue }
      for actor in actors { scored.append((min(distance, 3), Near(actor: ActorID(actor), name: name))) }
    }
    return scored.sorted { ($0.distance, $0.near.actor) < ($1.distance, $1.near.actor) }.prefix(5).map(\.near)
  }
}

extension ArchiveStore {
  /// The register as recorded.
  ///
  /// - Parameter batch: if given, only of actors of which a standing batch before it speaks: those that a table of that batch could name.
  ///   They bear the names that they have now.
  public func register(before batch: Int64? = nil) throws -> Register {
    try Self.guarding(path) {
      try read { database in
        let known = try batch.map { try DeliveryReader(database).actors(before: $0) }
        var register = Register()
        for id in try String.fetchAll(database, sql: "SELECT id FROM actor")
        where known?.contains(id) ?? true { register.add(id: id) }
        for row in try Row.fetchAll(database, sql: "SELECT actor, folded, sort FROM name")
        where known?.contains(row["actor"]) ?? true {
          register.add(row["actor"], row["folded"], sort: row["sort"])
        }
        return register
      }
    }
  }

  /// The first standing batch that the same file made by the same mapping, whoever vouched for it.
  public func firstBatch(like batch: Batch) throws -> Int64? {
    try Self.guarding(path) {
      try read { try DeliveryReader($0).alike(batch, byAnyone: true).first }
    }
  }
  /// The identifiers of the recorded sources.
  public func sourceIDs() throws -> Set<SourceID> {
    try Self.guarding(path) {
      try read { database in
        Set(try String.fetchAll(database, sql: "SELECT id FROM source").map { SourceID($0) })
      }
    }
  }
}

extension String {
  /// Whether another text stands in it, byte by byte: folded texts are composed alike.
  fileprivate func holds(_ other: String) -> Bool {
    guard let first = other.utf8.first else { return true }
    var rest = Substring(self).utf8
    while rest.count >= other.utf8.count, let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: other.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
