extension Property {
  /// The property of that name for that kind of entity; nil when there is none.
  public static func named(_ name: String, of kind: EntityKind) -> Property? {
    table[kind]?[name]
  }

  /// Every property, by kind.
  public static let all: [Property] =
    actor + partnership + episode + event + flow + observation
    + EntityKind.allCases.map { many("note", .text, $0) }

  private static let table: [EntityKind: [String: Property]] = Dictionary(grouping: all, by: \.kind)
    .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.name, $0) }) }

  private static let actor = [
    single("name", .text, .actor, .identity),
    many("alias", .text, .actor),
    many("code", .text, .actor),
    single("kind", .term(ActorKind.words), .actor, .identity),
    single("within", .reference(.actor), .actor, .identity),
    many("succeeds", .reference(.actor), .actor),
    single("founded", .date, .actor, .date),
    single("dissolved", .date, .actor, .date),
    single("unnamed", .boolean, .actor, .identity),
  ]

  private static let partnership = [
    single("kind", .term(PartnershipKind.words), .partnership, .level),
    many("party", .reference(.actor), .partnership, .identity),
    single("under", .reference(.partnership), .partnership, .level),
    single("established", .date, .partnership, .date),
    single("ended", .date, .partnership, .date),
    single("agreement", .boolean, .partnership, .existence),
    single("active", .boolean, .partnership, .activity),
    many("inventory", .source, .partnership),
    single("initiator", .text, .partnership, .identity),
    single("exists", .boolean, .partnership, .existence),
  ]

  private static let episode = [
    single("partnership", .reference(.partnership), .episode, .identity),
    single("type", .term(EpisodeType.words), .episode, .level),
    single("date", .date, .episode, .date),
    single("label", .text, .episode, .level),
    single("agreement", .boolean, .episode, .existence),
  ]

  private static let event = [
    single("type", .term(EventType.words), .event, .identity),
    many("title", .text, .event),
    single("date", .date, .event, .date),
    many("participant", .reference(.actor), .event, .identity),
    many("channel", .term(Channel.words), .event),
    many("initiative", .term(Initiative.words), .event),
    single("modality", .term(Modality.words), .event, .level),
    many("partnership", .reference(.partnership), .event),
    many("outcome", .text, .event),
    single("precedence", .text, .event, .level),
  ]

  private static let flow = [
    single("event", .reference(.event), .flow, .identity),
    single("item", .text, .flow, .identity),
    single("unit", .text, .flow, .identity),
    single("quantity", .amount, .flow, .amount),
    single("value", .amount, .flow, .amount),
    single("affected", .amount, .flow, .amount),
    single("currency", .text, .flow, .amount),
    single("terms", .term(FlowTerms.words), .flow, .existence),
    single("outcome", .term(FlowOutcome.words), .flow, .existence),
  ]

  private static let observation = [
    single("measure", .text, .observation, .identity),
    single("topic", .text, .observation, .identity),
    single("base", .text, .observation, .identity),
    single("unit", .text, .observation, .identity),
    single("subject", .text, .observation, .identity),
    single("area", .reference(.actor), .observation, .identity),
    single("date", .date, .observation, .date),
    single("value", .amount, .observation, .amount),
    single("inventory", .source, .observation, .identity),
    many("parts", .reference(.observation), .observation),
  ]

  private static func single(
    _ name: String, _ type: ValueType, _ kind: EntityKind, _ contradiction: ContradictionType
  ) -> Property {
    Property(kind: kind, name: name, type: type, isSingle: true, contradiction: contradiction)
  }

  private static func many(
    _ name: String, _ type: ValueType, _ kind: EntityKind, _ contradiction: ContradictionType? = nil
  ) -> Property {
    Property(kind: kind, name: name, type: type, isSingle: false, contradiction: contradiction)
  }
}
