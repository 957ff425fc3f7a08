public import Diplomacy

/// Which columns of a table make which entities and properties: a mapping file, read (`Documentation/Formats.md`).
public struct Mapping: Hashable, Sendable {
  /// The table's file, beside the mapping.
  public let file: String
  /// How the file is written, as far as it is declared.
  public let dialect: Dialect
  public let source: Expression
  public let locator: Expression
  public let certainty: Expression
  public let rank: Expression
  public let coder: Expression
  public let note: Expression
  /// Cells that say nothing, in any column.
  public let missing: Set<String>
  /// Cells that say nothing besides, by column.
  public let missingInColumn: [String: Set<String>]
  /// How many alike entities a row stands for; 1 when nil.
  public let repetition: Expression?
  public let entities: [EntityMapping]
}

/// One entity, and so one statement, of a row.
public struct EntityMapping: Hashable, Sendable {
  public let kind: EntityKind
  public let id: Template
  public let conditions: [Condition]
  public let says: [PropertyMapping]
}

/// One property of an entity and where its claims come from.
public struct PropertyMapping: Hashable, Sendable {
  public let property: Property
  public let claims: [ClaimMapping]
}

/// One claim: its text and its qualifiers.
public struct ClaimMapping: Hashable, Sendable {
  public let expression: Expression
  /// Separates several values in the cell.
  public let split: String?
  /// Separates the alternatives of a value that is one of several.
  public let alternatives: String?
  public let side: Expression?
  public let role: Expression?
  public let during: Expression?
  public let creation: Creation?
}

extension ClaimMapping {
  /// The same value for every row.
  init(constant expression: Expression) {
    self.init(
      expression: expression, split: nil, alternatives: nil, side: nil, role: nil, during: nil, creation: nil)
  }
}

/// How to make an actor that the register does not hold.
public struct Creation: Hashable, Sendable {
  public let kind: ActorKind
  public let within: Expression?
}

/// Whether a row has the entity at all.
public struct Condition: Hashable, Sendable {
  public enum Test: Hashable, Sendable {
    case isOneOf([String])
    case isEmpty(Bool)
  }

  public let column: String
  public let test: Test
}

/// Where a text comes from.
public struct Expression: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    case column(String)
    case constant(String)
    case template(Template)
  }

  public let origin: Origin
  /// Used where the cell says nothing.
  public let fallback: String?
  /// Cell contents renamed.
  public let renaming: [String: String]

  init(_ origin: Origin, fallback: String? = nil, renaming: [String: String] = [:]) {
    self.origin = origin
    self.fallback = fallback
    self.renaming = renaming
  }
}

/// Text with `{column}` in it; `{n}` is the row's repetition, from 1.
public struct Template: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case text(String)
    case column(String)
  }

  public let parts: [Part]

  /// Nil when a brace is left open or encloses nothing.
  init?(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let column = rest[rest.index(after: open)..<close]
      guard !column.isEmpty else { return nil }
      parts.append(.column(String(column)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }
}
