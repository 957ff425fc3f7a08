/// A table's file that cannot be read at all; `place` says where: the file, and its line, or its sheet and row or cell.
public struct TableError: Error, Equatable, Sendable {
  public let place: String
  public let message: String

  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}
