/// Something wrong with the archive or with what it records.
public struct Finding: Hashable, Sendable {
  /// The rule's name, stable: `dangling-party`, `upgrade-before-establishment`.
  public let rule: String
  /// What is wrong, for people.
  public let message: String
  /// The identifier of the entity concerned; empty for the file as a whole.
  public let entity: String

  public init(rule: String, message: String, entity: String) {
    self.rule = rule
    self.message = message
    self.entity = entity
  }
}
