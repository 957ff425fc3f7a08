public import Chronology

/// Anything that can be a party. It may be unnamed: "a German Land" is an actor of kind region within Germany.
public struct Actor: Hashable, Sendable, Identifiable {
  /// That the actor lies within another, and when; several readings when the source leaves it open.
  public struct Nesting: Hashable, Sendable {
    public let within: OneOf<ActorID>
    public let during: EDTF?
  }

  public let id: ActorID
  public let kind: OneOf<ActorKind>?
  /// Rival names when sources spell it differently; nil when unnamed.
  public let name: OneOf<String>?
  public let aliases: [String]
  public let codes: [String]
  public let isUnnamed: Bool
  public let nestings: [Nesting]
  /// Those it took over from: by merger, split or renaming.
  public let predecessors: [ActorID]
  public let founded: OneOf<EDTF>?
  public let dissolved: OneOf<EDTF>?

  public init(_ resolution: Resolution) {
    id = ActorID(resolution.entity.id)
    kind = resolution.term("kind", ActorKind.self)
    name = resolution.text("name")
    aliases = resolution.texts("alias")
    codes = resolution.texts("code")
    isUnnamed = resolution.boolean("unnamed") ?? (name == nil)
    nestings = resolution["within"].compactMap { value in
      OneOf(value.claim.alternatives.map { ActorID($0.description) }).map {
        Nesting(within: $0, during: value.claim.during)
      }
    }
    predecessors = resolution.references("succeeds", to: Actor.self)
    founded = resolution.date("founded")
    dissolved = resolution.date("dissolved")
  }
}
