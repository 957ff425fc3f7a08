public import Chronology

/// Something that happened between actors, on a day or over a time.
public struct Event: Hashable, Sendable, Identifiable {
  public struct Participant: Hashable, Sendable {
    public let role: Role?
    public let actor: OneOf<ActorID>
  }

  public let id: EventID
  public let type: OneOf<EventType>?
  public let titles: [String]
  public let date: OneOf<EDTF>?
  public let participants: [Participant]
  public let channels: [Channel]
  public let initiatives: [Initiative]
  public let modality: OneOf<Modality>?
  /// The partnerships it ran under.
  public let partnerships: [PartnershipID]
  public let outcomes: [String]
  /// What it was the first of, where sources say so.
  public let precedence: OneOf<String>?

  public init(_ resolution: Resolution) {
    id = EventID(resolution.entity.id)
    type = resolution.term("type", EventType.self)
    titles = resolution.texts("title")
    date = resolution.date("date")
    participants = resolution["participant"].compactMap { value in
      OneOf(value.claim.alternatives.map { ActorID($0.description) }).map {
        Participant(role: value.claim.role, actor: $0)
      }
    }
    channels = resolution.terms("channel", Channel.self)
    initiatives = resolution.terms("initiative", Initiative.self)
    modality = resolution.term("modality", Modality.self)
    partnerships = resolution.references("partnership", to: Partnership.self)
    outcomes = resolution.texts("outcome")
    precedence = resolution.text("precedence")
  }
}
