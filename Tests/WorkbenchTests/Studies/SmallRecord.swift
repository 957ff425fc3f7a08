import Archive
import Diplomacy
import Workbench

/// A record of a few statements from one source, made by hand.
enum SmallRecord {
  static let moment = "2026-01-31T12:00:00.000Z"

  static func archive(_ statements: [Statement], titled title: String = "A survey") throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    try add(statements, titled: title, to: archive)
    return archive
  }

  static func add(_ statements: [Statement], titled title: String = "A survey", to archive: ArchiveStore)
    throws
  {
    let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let source = Source(
      id: "survey", title: title, issued: nil,
      csl: #"{"id":"survey","title":"\#(escaped)","type":"report"}"#)
    try archive.append(
      Delivery(batch: Batch(kind: .import, file: "hand"), sources: [source], statements: statements),
      at: moment)
  }

  /// `statement("partnership p", ["kind": "twinning", "party@cn": "cn-a"])`: after `@` the side; after `|` alternatives.
  static func statement(
    _ entity: String, _ says: [(String, String)], locator: String = "p. 1", note: String = ""
  ) throws -> Statement {
    let parts = entity.split(separator: " ", maxSplits: 1).map(String.init)
    guard let kind = EntityKind(rawValue: parts[0]) else { throw Unreadable(text: entity) }
    var claims: [Property: [Claim]] = [:]
    for (key, value) in says {
      let words = key.split(separator: "@").map(String.init)
      guard let property = Property.named(words[0], of: kind) else { throw Unreadable(text: key) }
      let atoms = try value.split(separator: "|").map { try Atom(String($0), for: property) }
      let role = property.name == "participant" ? Role(rawValue: words[1]) : nil
      claims[property, default: []].append(
        Claim(atoms, side: role == nil && words.count > 1 ? words[1] : nil, role: role))
    }
    return Statement(
      entity: EntityReference(kind, parts[1]), says: claims, source: "survey", locator: locator, note: note)
  }

  struct Unreadable: Error { let text: String }
}
