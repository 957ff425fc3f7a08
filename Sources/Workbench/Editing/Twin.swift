public import Archive
import Chronology
public import Diplomacy

/// Something on record that a statement may be saying again.
public enum Twin: Hashable, Sendable {
  /// The statement itself stands on record, word for word.
  case known(StatementID)
  /// It stood there, and was withdrawn, for that reason: to say it again does not bring it back.
  case withdrawn(StatementID, reason: String)
  /// Another one from that very place of that source on the same thing.
  case samePlace(StatementID)
  /// A new thing that is like one on record.
  case alike(EntityReference, title: String)

  /// All that a statement may be saying again.
  public static func of(_ edit: Edit, in archive: ArchiveStore) throws -> [Twin] {
    guard case .record(let statement, _, let replaced, _) = edit else { return [] }
    let others = try archive.log(of: statement.entity)
    if let same = others.first(where: { $0.statement.id == statement.id }) {
      return [same.retraction.map { .withdrawn(statement.id, reason: $0) } ?? .known(statement.id)]
    }
    let places = others.filter { other in
      other.retraction == nil && other.statement.source == statement.source
        && other.statement.locator.folded == statement.locator.folded && other.statement.id != replaced?.id
    }
    let likenesses = try archive.holds(statement.entity) ? [] : Likeness(statement, archive).found()
    return places.map { .samePlace($0.statement.id) } + likenesses
  }
}

/// Looks for things on record that are like a new one.
private struct Likeness {
  private let statement: Diplomacy.Statement
  private let archive: ArchiveStore
  private static let limit = 5

  init(_ statement: Diplomacy.Statement, _ archive: ArchiveStore) {
    (self.statement, self.archive) = (statement, archive)
  }

  func found() throws -> [Twin] {
    switch statement.entity.kind {
    case .actor: try actors()
    case .partnership: try partnerships()
    case .event: try events()
    case .flow: try flows()
    case .episode: try episodes()
    case .observation: try observations()
    }
  }

  private func values(_ name: String) -> [String] {
    (statement.says.first { $0.key.name == name }?.value ?? []).filter { $0.alternatives.count == 1 }.map {
      $0.alternatives[0].description
    }
  }

  private func twins(_ rows: [[ResultTable.Cell]]) -> [Twin] {
    rows.prefix(Self.limit).map {
      .alike(EntityReference(statement.entity.kind, $0[0].text), title: $0[1].text)
    }
  }

  /// Of the same name, or one within two letters of it.
  private func actors() throws -> [Twin] {
    let register = try archive.register()
    let names = values("name") + values("alias")
    let same = names.flatMap { name -> [ActorID] in
      switch register.resolve(name) {
      case .found(let actor): [actor]
      case .ambiguous(let actors): actors
      case .unknown: register.near(name).map(\.actor)
      }
    }
    var seen: Set<ActorID> = []
    let ids = same.filter { seen.insert($0).inserted }.prefix(Self.limit).map(\.text)
    let labels = try archive.labels(of: ids)
    return ids.map { .alike(EntityReference(.actor, $0), title: labels[$0] ?? $0) }
  }

  /// Between the same parties, and not said to be of another kind.
  private func partnerships() throws -> [Twin] {
    let parties = values("party")
    guard parties.count > 1 else { return [] }
    let rows = try archive.query(
      """
      SELECT p.id, p.title, p.kind FROM partnership p WHERE p.id IN (
        SELECT partnership FROM tie WHERE actor = :one INTERSECT SELECT partnership FROM tie WHERE actor = :other)
      """, ["one": parties[0], "other": parties[1]]
    ).rows
    let kind = values("kind").first
    return twins(rows.filter { kind == nil || $0[2] == .null || $0[2].text == kind })
  }

  /// On the same date, with all of these participants.
  private func events() throws -> [Twin] {
    guard let date = values("date").first else { return [] }
    let participants = Set(values("participant"))
    let rows = try archive.query("SELECT id, title FROM event WHERE date = :date", ["date": date]).rows
    return twins(
      try rows.filter { row in
        let others = try archive.query("SELECT actor FROM participant WHERE event = :id", ["id": row[0].text])
          .rows
        return participants.isSubset(of: others.map { $0[0].text })
      })
  }

  /// Of the same item in the same event.
  private func flows() throws -> [Twin] {
    guard let event = values("event").first, let item = values("item").first else { return [] }
    let rows = try archive.query(
      "SELECT id, coalesce(item, id) FROM flow WHERE event = :event", ["event": event]
    ).rows
    return twins(rows.filter { $0[1].text.folded == item.folded })
  }

  /// Of the same type and date in the same partnership.
  private func episodes() throws -> [Twin] {
    guard let partnership = values("partnership").first, let type = values("type").first else { return [] }
    let rows = try archive.query(
      "SELECT id, type || coalesce(' ' || date, ''), date FROM episode WHERE partnership = :of AND type = :type",
      ["of": partnership, "type": type]
    ).rows
    let date = values("date").first
    return twins(rows.filter { date == nil || $0[2] == .null || $0[2].text == date })
  }

  /// Of the same measure, topic, area and date.
  private func observations() throws -> [Twin] {
    guard let measure = values("measure").first else { return [] }
    let rows = try archive.query(
      "SELECT id, measure, topic, area, date FROM observation WHERE measure = :measure", ["measure": measure]
    ).rows
    return twins(
      rows.filter { row in
        zip(["topic", "area", "date"], row.dropFirst(2)).allSatisfy { name, cell in
          (values(name).first ?? "") == (cell == .null ? "" : cell.text)
        }
      })
  }
}
