/// A known number of units in a set of cells: a printed row or column total, or a ceiling.
public struct Margin<Cell: Hashable & Sendable>: Sendable {
  /// What it says, for people: "France 2 (Table 7)".
  public let name: String
  public let least: Int
  public let most: Int
  let holds: @Sendable (Cell) -> Bool

  public init(name: String, least: Int, most: Int, holds: @escaping @Sendable (Cell) -> Bool) {
    self.name = name
    self.least = least
    self.most = most
    self.holds = holds
  }
}
