/// What moved in an event.
public struct Flow: Hashable, Sendable, Identifiable {
  public let id: FlowID
  public let event: OneOf<EventID>?
  public let item: OneOf<String>?
  /// How much, in `unit` (pieces where no unit is given); nil when unknown, which is not zero.
  public let quantity: OneOf<Amount>?
  public let unit: OneOf<String>?
  /// What it was worth, in `currency` (ISO 4217).
  public let value: OneOf<Amount>?
  public let currency: OneOf<String>?
  public let terms: OneOf<FlowTerms>?
  public let outcome: OneOf<FlowOutcome>?
  /// How much of the quantity the outcome concerns.
  public let affected: OneOf<Amount>?

  public init(_ resolution: Resolution) {
    id = FlowID(resolution.entity.id)
    event = resolution.reference("event", to: Event.self)
    item = resolution.text("item")
    quantity = resolution.amount("quantity")
    unit = resolution.text("unit")
    value = resolution.amount("value")
    currency = resolution.text("currency")
    terms = resolution.term("terms", FlowTerms.self)
    outcome = resolution.term("outcome", FlowOutcome.self)
    affected = resolution.amount("affected")
  }
}
