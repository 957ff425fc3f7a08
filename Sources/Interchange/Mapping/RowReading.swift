import Chronology
import Diplomacy

/// One record being read: the work of `RowReader` on it.
struct RowReading {
  let mapping: Mapping
  let columns: [String: Int]
  let resolve: (String) -> RowReader.Resolution
  let isSource: (String) -> Bool
  let isActor: (String) -> Bool
  let record: CSVReader.Record
  private(set) var statements: [Statement] = []
  private(set) var problems: [RowProblem] = []
  /// The names that new actors were made of, by the actors' identifiers; the table's rows share it.
  var made: [String: String] = [:]
  private(set) var repetition = 1

  init(
    mapping: Mapping, columns: [String: Int], resolve: @escaping (String) -> RowReader.Resolution,
    isSource: @escaping (String) -> Bool, isActor: @escaping (String) -> Bool, record: CSVReader.Record
  ) {
    self.mapping = mapping
    self.columns = columns
    self.resolve = resolve
    self.isSource = isSource
    self.isActor = isActor
    self.record = record
  }

  mutating func read() {
    for (index, field) in record.fields.enumerated() where field.utf8.contains(0) {
      problems.append(
        RowProblem(
          line: record.line, column: columns.first { $0.value == index }?.key ?? "", value: field,
          expected: "text without the character U+0000, which no archive can hold"))
    }
    guard let source = text(mapping.source) else { return fail(mapping.source, "the id of a source") }
    guard let certainty = term(mapping.certainty, Certainty.self), let rank = term(mapping.rank, Rank.self)
    else { return }
    for number in 1...count() {
      repetition = number
      for entity in mapping.entities where applies(entity) {
        guard let id = fill(entity.id), !id.isEmpty else {
          failID(of: entity)
          continue
        }
        let says = says(entity, certainty: certainty, source: source)
        guard !says.isEmpty else { continue }
        statements.append(
          Statement(
            entity: EntityReference(entity.kind, id), says: says, source: SourceID(source),
            locator: text(mapping.locator) ?? "", rank: rank, certainty: certainty,
            coder: text(mapping.coder) ?? "",
            note: text(mapping.note) ?? ""))
      }
    }
    if !statements.isEmpty, !isSource(source) {
      problems.append(problem(mapping.source, source, Self.recordedSource))
    }
  }

  mutating func failID(of entity: EntityMapping) {
    fail(Expression(.template(entity.id)), "what the identifier of the \(entity.kind.rawValue) is made of")
  }

  static let recordedSource =
    "the id of a recorded source (a sources.json beside the mapping comes in with it)"

  private mutating func count() -> Int {
    guard let expression = mapping.repetition else { return 1 }
    let text = text(expression) ?? ""
    guard let count = Int(text), (1...100_000).contains(count) else {
      problems.append(problem(expression, text, "a whole number from 1 to 100000"))
      return 1
    }
    return count
  }

  private mutating func says(
    _ entity: EntityMapping, certainty: Certainty, source: String
  ) -> [Property: [Claim]] {
    var says: [Property: [Claim]] = [:]
    for mapped in entity.says {
      let claims = mapped.claims.flatMap { read($0, as: mapped.property, source: source) }
      if !claims.isEmpty { says[mapped.property] = claims }
    }
    return says
  }

  /// The claims that one place of the mapping makes of the record.
  mutating func read(_ mapped: ClaimMapping, as property: Property, source: String) -> [Claim] {
    guard let cell = text(mapped.expression) else { return [] }
    let role = mapped.role.flatMap { term($0, Role.self) }
    let side = mapped.side.flatMap(text)
    let during = mapped.during.flatMap { date($0) }
    return pieces(cell, mapped.split).compactMap { piece in
      let atoms = pieces(piece, mapped.alternatives).compactMap { atom($0, property, mapped, source: source) }
      return atoms.isEmpty ? nil : Claim(atoms, side: side, role: role, during: during)
    }
  }

  private func pieces(_ text: String, _ separator: String?) -> [String] {
    guard let separator, !separator.isEmpty else { return [text] }
    return text.split(separator: separator).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  private mutating func atom(
    _ text: String, _ property: Property, _ mapped: ClaimMapping, source: String
  ) -> Atom? {
    if property.type == .reference(.actor) {
      switch resolve(text) {
      case .found(let id): return .reference(id)
      case .ambiguous(let bearers):
        // A table may have made two actors of one name, in two places: met again, it means the one that it would make here.
        if let creation = mapped.creation, let own = new(text, creation)?.id, bearers.contains(own) {
          return .reference(own)
        }
        problems.append(
          problem(
            mapped.expression, text,
            "one actor; this name is borne by " + bearers.joined(separator: ", ")))
        return nil
      case .foundSince(let id):
        guard let creation = mapped.creation else { return .reference(id) }
        return create(text, creation, of: mapped, source: source).map { .reference($0) }
      case .unknown(let message):
        guard let creation = mapped.creation else {
          problems.append(problem(mapped.expression, text, message))
          return nil
        }
        return create(text, creation, of: mapped, source: source).map { .reference($0) }
      }
    }
    if property.type == .source, !isSource(text) {
      problems.append(problem(mapped.expression, text, Self.recordedSource))
      return nil
    }
    guard let text = mapped.plain(text, of: property, mapping.dialect) else {
      problems.append(problem(mapped.expression, text, mapping.dialect.expectedAmount))
      return nil
    }
    do {
      return try Atom(text, for: property)
    } catch {
      problems.append(problem(mapped.expression, error.found, error.expected))
      return nil
    }
  }

  /// Makes the actor that the register does not hold: `<within>-<slug>`. The first row that names it makes it. Never of two names, nor
  /// onto one that is there.
  private mutating func create(
    _ name: String, _ creation: Creation, of mapped: ClaimMapping, source: String
  ) -> String? {
    guard let new = new(name, creation) else {
      let expression = creation.within ?? mapped.expression
      problems.append(
        problem(
          expression, text(expression) ?? "",
          "an actor of the register, for the new '\(name)' to lie within"))
      return nil
    }
    guard !name.slug.isEmpty else {
      problems.append(
        problem(mapped.expression, name, "a name with letters or digits, for the new actor's identifier"))
      return nil
    }
    let id = new.id
    if let rival = rival(of: name, for: id) {
      problems.append(
        problem(
          mapped.expression, name,
          "another identifier than '\(id)' for the new actor: \(rival). Give the new one in an actors file, "
            + "or write the identifier of the one that is meant in the cell"))
      return nil
    }
    guard made[id] == nil else { return id }
    made[id] = name
    var says: [String: Atom] = ["name": .text(name), "kind": .term(creation.kind.rawValue)]
    says["within"] = new.within.map(Atom.reference)
    let claims = says.compactMap { key, atom in
      Property.named(key, of: .actor).map { ($0, [Claim([atom])]) }
    }
    statements.append(
      Statement(
        entity: EntityReference(.actor, id), says: Dictionary(uniqueKeysWithValues: claims),
        source: SourceID(source),
        locator: text(mapping.locator) ?? "", coder: text(mapping.coder) ?? ""))
    return id
  }

  /// What a new actor would be called, and within which it would lie; nil where its place is no actor of the register.
  private func new(_ name: String, _ creation: Creation) -> (id: String, within: String?)? {
    guard let parent = creation.within.flatMap(text) else { return (name.slug, nil) }
    switch resolve(parent) {
    case .found(let id), .foundSince(let id): return ("\(id)-\(name.slug)", id)
    case .unknown, .ambiguous: return nil
    }
  }

  /// What bears the identifier already, other than an actor made of the same name.
  private func rival(of name: String, for id: String) -> String? {
    if isActor(id) { return "an actor on record or in a file of this import bears it" }
    guard let other = made[id], other.folded != name.folded else { return nil }
    return "this table makes it of '\(other)' already"
  }

  func applies(_ entity: EntityMapping) -> Bool {
    entity.conditions.allSatisfy { condition in
      let cell = cell(condition.column)
      switch condition.test {
      case .isOneOf(let values): return cell.map(values.contains) ?? false
      case .isEmpty(let wanted): return (cell == nil) == wanted
      }
    }
  }

  mutating func term<T: Term>(_ expression: Expression, _: T.Type) -> T? {
    guard let word = text(expression) else { return nil }
    if let term = T(rawValue: word) { return term }
    problems.append(problem(expression, word, "one of: " + T.words.joined(separator: ", ")))
    return nil
  }

  private mutating func date(_ expression: Expression) -> EDTF? {
    guard let text = text(expression) else { return nil }
    do { return try EDTF(text) } catch {
      problems.append(problem(expression, text, error.advice))
      return nil
    }
  }

  mutating func fail(_ expression: Expression, _ expected: String) {
    problems.append(problem(expression, "", expected))
  }

  func problem(_ expression: Expression, _ value: String, _ expected: String) -> RowProblem {
    RowProblem(
      line: record.line, column: expression.columns.joined(separator: "+"), value: value, expected: expected)
  }
}
