/// One of the units behind a cell of a table.
public struct CellMember: Hashable, Sendable {
  /// The identifier of a partnership, an event or a flow.
  public let id: String
  /// Whether it stands there however the record is read; otherwise it only may.
  public let isCertain: Bool

  public init(id: String, isCertain: Bool) {
    self.id = id
    self.isCertain = isCertain
  }
}
