public import Archive
public import Diplomacy

// What a person types as a condition, read by the same rules wherever it is typed.

extension Period {
  /// - Parameter name: of what was typed, for the message.
  /// - Throws: `WorkbenchError.badOption` for what is no EDTF date or interval.
  public init(_ text: String, as name: String) throws {
    do { self = try Period(text) } catch {
      throw WorkbenchError.badOption(
        name: name, value: text, expected: "an EDTF date or interval (\(error))")
    }
  }
}

extension PartnershipKind {
  /// - Parameter name: of what was typed, for the message.
  /// - Throws: `WorkbenchError.badOption` for a word that is no kind.
  public init(_ word: String, as name: String) throws {
    guard let kind = PartnershipKind(rawValue: word) else {
      throw WorkbenchError.badOption(
        name: name, value: word, expected: "one of: " + Self.words.joined(separator: ", "))
    }
    self = kind
  }
}

extension ArchiveStore {
  /// The actor of that identifier or name.
  ///
  /// - Throws: `WorkbenchError.notFound`, with what comes near, where none is called so.
  public func actor(_ text: String) throws -> ActorID {
    guard let entity = try entity(named: text), entity.kind == .actor else {
      throw WorkbenchError.notFound(text, near: try find(text, limit: 5).map { "\($0.title) [\($0.id)]" })
    }
    return ActorID(entity.id)
  }
}
