public import Archive
import Chronology
import Diplomacy

/// Reads a draft against the record: as a statement, or as all that is wrong with it at once.
public struct DraftReader {
  /// What a draft comes to.
  public enum Reading: Sendable {
    case edit(Edit)
    /// Never empty.
    case faults([DraftFault])
  }

  /// How long a text may be, in Unicode scalars.
  static let longest = 10_000

  private let archive: ArchiveStore
  private let draft: Draft
  private var faults: [DraftFault] = []

  private init(_ draft: Draft, _ archive: ArchiveStore) { (self.draft, self.archive) = (draft, archive) }

  public static func read(_ draft: Draft, in archive: ArchiveStore) throws -> Reading {
    var reader = DraftReader(draft, archive)
    let edit = try reader.read()
    guard reader.faults.isEmpty, let edit else { return .faults(reader.faults) }
    return .edit(edit)
  }

  private mutating func read() throws -> Edit? {
    let entity = EntityReference(draft.kind, text("entity", draft.entity))
    if entity.id.isEmpty { fault("entity", "", "the identifier of the \(draft.kind.rawValue)") }
    let work = try newSource()
    let source = try source(beside: work)
    let says = try says(of: entity, citing: work)
    if !entity.id.isEmpty, try !archive.holds(entity) { requireEssentials(in: says) }
    let locator = text("locator", draft.locator)
    if locator.isEmpty { fault("locator", "", "where in the source it stands: a page, a table, a line") }
    let rank: Rank? = term("rank", draft.rank)
    let certainty: Certainty? = term("certainty", draft.certainty)
    let (coder, note) = (text("coder", draft.coder), text("note", draft.note, mayHaveLines: true))
    let replaced = try corrected()
    let reason = text("reason", draft.reason)
    if replaced != nil, reason.isEmpty { fault("reason", "", "why the statement is corrected") }
    guard let source, let rank, let certainty, faults.isEmpty else { return nil }
    let statement = Diplomacy.Statement(
      entity: entity, says: says, source: source, locator: locator, rank: rank, certainty: certainty,
      coder: coder, note: note)
    if let replaced, replaced.id == statement.id {
      fault("correcting", replaced.id.text, "something else than it says already")
    }
    return .record(statement, source: work, replacing: replaced, reason: reason)
  }

  // MARK: What it says

  private mutating func says(of entity: EntityReference, citing work: Source?) throws -> [Property: [Claim]] {
    var says: [Property: [Claim]] = [:]
    for property in draft.properties {
      for (number, line) in (draft.lines[property.name] ?? []).enumerated() where !line.isBlank {
        let field = Draft.field(property.name, number)
        if let claim = try claim(line, property, field, of: entity, citing: work) {
          says[property, default: []].append(claim)
        }
      }
    }
    let isSilent = draft.lines.values.joined().allSatisfy(\.isBlank)
    if isSilent { fault("says", "", "at least one thing that the source says") }
    return says
  }

  private mutating func claim(
    _ line: Draft.Line, _ property: Property, _ field: String, of entity: EntityReference,
    citing work: Source?
  ) throws -> Claim? {
    let count = faults.count
    let values = AlternativesText.values(text(field, line.value))
    if values.isEmpty { fault(field, "", "a value, since something is said about it") }
    var atoms: [Atom] = []
    for value in values {
      do {
        let atom = try Atom(value, for: property)
        if let atom = try resolved(atom, property, field, of: entity, citing: work) { atoms.append(atom) }
      } catch let error as ValueError {
        fault(field, error.found, error.expected)
      }
    }
    let side = text(field + ".side", line.side)
    let role: Role? = line.role.isBlank ? nil : term(field + ".role", line.role)
    let during = date(field + ".during", line.during)
    guard faults.count == count else { return nil }
    return Claim(atoms, side: side.isEmpty ? nil : side, role: role, during: during)
  }

  /// The value, where it refers to something by the identifier of what it refers to.
  private mutating func resolved(
    _ atom: Atom, _ property: Property, _ field: String, of entity: EntityReference, citing work: Source?
  ) throws -> Atom? {
    guard case .reference(let id) = atom else { return atom }
    switch property.type {
    case .reference(let kind):
      let meant = EntityReference(kind, id)
      if try meant == entity || archive.holds(meant) { return atom }
      if kind == .actor, let named = try archive.entity(named: id), named.kind == .actor {
        return .reference(named.id)
      }
      let what =
        kind == .actor
        ? "an actor on record, by identifier or name"
        : "the identifier of something on record, of kind \(kind.rawValue)"
      fault(field, id, "\(what): \(try near(meant))")
    case .source:
      if try id == work?.id.text || archive.title(of: SourceID(id)) != nil { return atom }
      fault(field, id, "the identifier of a source on record")
    default: return atom
    }
    return nil
  }

  private func near(_ meant: EntityReference) throws -> String {
    var near = try archive.find(meant.id, limit: 20).filter { $0.kind == meant.kind.rawValue }.prefix(5).map {
      "\($0.id) (\($0.title))"
    }
    if meant.kind == .actor {
      near += try archive.register().near(meant.id).map { "\($0.actor) (\($0.name))" }.filter {
        !near.contains($0)
      }
    }
    return near.isEmpty
      ? "nothing near it was found; add it first" : "near it are " + near.prefix(5).joined(separator: ", ")
  }

  /// What a thing that is not on record yet must have said of it, to be anything.
  private mutating func requireEssentials(in says: [Property: [Claim]]) {
    let (name, count) = Self.essential(draft.kind)
    let said = says.first { $0.key.name == name }?.value.count ?? 0
    let isFaulty = faults.contains { $0.field.hasPrefix("says.\(name).") }
    if said < count, !isFaulty {
      fault(
        Draft.field(name, said), "",
        "\(count == 1 ? "its \(name)" : "\(count) of them"): there is no \(draft.kind.rawValue) '\(draft.entity.trimmingSpaces())' yet, and a new one needs that"
      )
    }
  }

  private static func essential(_ kind: EntityKind) -> (property: String, count: Int) {
    switch kind {
    case .actor: ("name", 1)
    case .partnership: ("party", 2)
    case .episode: ("partnership", 1)
    case .event: ("type", 1)
    case .flow: ("event", 1)
    case .observation: ("measure", 1)
    }
  }

  // MARK: Where it stands

  private mutating func source(beside work: Source?) throws -> SourceID? {
    let id = text("source", draft.source)
    guard !id.isEmpty else {
      if draft.work.isBlank { fault("source", "", "the source that says so: one on record, or a new one") }
      return work?.id
    }
    if !draft.work.isBlank { fault("source", id, "either a source on record or a new one, not both") }
    guard try archive.title(of: SourceID(id)) == nil else { return SourceID(id) }
    let near = try archive.find(id, limit: 20).filter { $0.kind == "source" }.prefix(5).map(\.id)
    fault(
      "source", id,
      "the identifier of a source on record"
        + (near.isEmpty ? "" : ", such as " + near.joined(separator: ", ")))
    return nil
  }

  private mutating func newSource() throws -> Source? {
    let work = draft.work
    guard !work.isBlank else { return nil }
    let (id, title) = (text("work.id", work.id), text("work.title", work.title))
    if id.isEmpty { fault("work.id", "", "an identifier of its own, such as gazette-2018") }
    if title.isEmpty { fault("work.title", "", "its title") }
    let type = work.type.isEmpty ? Draft.Work.types[0] : work.type
    if !Draft.Work.types.contains(type) {
      fault("work.type", type, "one of: " + Draft.Work.types.joined(separator: ", "))
    }
    let issued = date("work.issued", work.issued)
    let url = text("work.url", work.url)
    if !url.isEmpty, url.firstMatch(of: /^https?:\/\/[^\/\s]+\S*$/) == nil {
      fault("work.url", url, "an address that begins with https:// or http://")
    }
    let source = try NewSource.source(id: id, type: type, title: title, issued: issued, url: url)
    // The very same is known again: it was sent twice.
    if !id.isEmpty, let known = try archive.csl(of: SourceID(id)), known != source?.csl {
      fault("work.id", id, "an identifier that no source on record has; or cite that one above")
    }
    return source
  }

  private mutating func corrected() throws -> Diplomacy.Statement? {
    let id = draft.correcting.trimmingSpaces()
    guard !id.isEmpty else { return nil }
    let standing = try archive.standing(StatementID(id))
    if standing == nil {
      fault("correcting", id, "a statement that stands: it may have been withdrawn meanwhile")
    }
    return standing
  }

  // MARK: Texts

  private mutating func fault(_ field: String, _ found: String, _ expected: String) {
    faults.append(DraftFault(field: field, found: found, expected: expected))
  }

  private mutating func text(_ field: String, _ text: String, mayHaveLines: Bool = false) -> String {
    let text = text.trimmingSpaces()
    let count = text.unicodeScalars.count
    if count > Self.longest {
      fault(field, String(text.prefix(40)) + "…", "at most \(Self.longest) characters; these are \(count)")
      return ""
    }
    let isStrange = text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && !(mayHaveLines && ($0 == "\n" || $0 == "\t"))
    }
    if isStrange {
      fault(field, text.shown(atMost: 80), "text on one line, without control characters")
      return ""
    }
    return text
  }

  private mutating func term<T: Term>(_ field: String, _ text: String) -> T? {
    if let term = T(rawValue: text.trimmingSpaces()) { return term }
    fault(field, text, "one of: " + T.words.joined(separator: ", "))
    return nil
  }

  private mutating func date(_ field: String, _ text: String) -> EDTF? {
    let text = self.text(field, text)
    guard !text.isEmpty else { return nil }
    do { return try EDTF(text) } catch {
      fault(field, text, error.advice)
      return nil
    }
  }
}
