public import Chronology

/// A figure that a source reports: a measure of a subject or an area, at a time, in a unit (SDMX's observation).
public struct Observation: Hashable, Sendable, Identifiable {
  public let id: ObservationID
  public let measure: OneOf<String>?
  /// The identifier of the entity it is about, of any kind.
  public let subject: OneOf<String>?
  public let area: OneOf<ActorID>?
  public let topic: OneOf<String>?
  public let date: OneOf<EDTF>?
  public let value: OneOf<Amount>?
  public let unit: OneOf<String>?
  /// What a share is a share of.
  public let base: OneOf<String>?
  /// The census whose members it counts.
  public let inventory: OneOf<SourceID>?
  /// The observations that must add up to it.
  public let parts: [ObservationID]

  public init(_ resolution: Resolution) {
    id = ObservationID(resolution.entity.id)
    measure = resolution.text("measure")
    subject = resolution.text("subject")
    area = resolution.reference("area", to: Actor.self)
    topic = resolution.text("topic")
    date = resolution.date("date")
    value = resolution.amount("value")
    unit = resolution.text("unit")
    base = resolution.text("base")
    inventory = resolution.reference("inventory", to: Source.self)
    parts = resolution.references("parts", to: Observation.self)
  }
}
