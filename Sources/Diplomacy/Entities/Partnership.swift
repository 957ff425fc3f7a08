public import Chronology

/// A tie between two or more parties.
public struct Partnership: Hashable, Sendable, Identifiable {
  /// A place at the table and who may sit there.
  public struct Party: Hashable, Sendable {
    public let side: String?
    public let actor: OneOf<ActorID>
  }

  /// What a source declares of its activity, and for when.
  public struct Declaration: Hashable, Sendable {
    public let isActive: Bool
    public let during: EDTF?
  }

  public let id: PartnershipID
  public let kind: OneOf<PartnershipKind>?
  public let parties: [Party]
  /// The wider partnership it stands under.
  public let under: OneOf<PartnershipID>?
  public let established: OneOf<EDTF>?
  public let ended: OneOf<EDTF>?
  /// Whether a formal agreement exists; nil when unknown or contested.
  public let hasAgreement: Bool?
  public let initiator: OneOf<String>?
  /// The censuses it is counted in, by the source that holds them.
  public let inventories: [SourceID]
  public let declarations: [Declaration]
  /// False when a source denies it and none asserts it.
  public let exists: Bool

  public init(_ resolution: Resolution) {
    id = PartnershipID(resolution.entity.id)
    kind = resolution.term("kind", PartnershipKind.self)
    parties = resolution["party"].compactMap { value in
      OneOf(value.claim.alternatives.map { ActorID($0.description) }).map {
        Party(side: value.claim.side, actor: $0)
      }
    }
    under = resolution.reference("under", to: Partnership.self)
    established = resolution.date("established")
    ended = resolution.date("ended")
    hasAgreement = resolution.boolean("agreement")
    initiator = resolution.text("initiator")
    inventories = resolution.references("inventory", to: Source.self)
    declarations = resolution["active"].flatMap { value in
      value.claim.alternatives.map { Declaration(isActive: $0 == .boolean(true), during: value.claim.during) }
    }
    exists = resolution.boolean("exists") ?? true
  }
}
