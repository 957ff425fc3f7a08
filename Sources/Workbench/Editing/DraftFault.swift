/// Why a draft cannot be kept: of which field, what stands in it, and what should.
public struct DraftFault: Hashable, Sendable {
  /// As forms name it: `locator`, `says.quantity.0`, `work.issued`.
  public let field: String
  public let found: String
  public let expected: String
}
