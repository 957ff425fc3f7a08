import Diplomacy
import TestSupport

/// Statements on a few entities of every kind, so that they contradict, refer to, nest in and hang on one another.
struct RandomRecord {
  var random: Seeded

  init(seed: Int) { random = Seeded(state: UInt64(seed)) }

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private static let actors = (0..<7).map { "a\($0)" }
  private static let partnerships = (0..<4).map { "p\($0)" }
  private static let events = (0..<4).map { "v\($0)" }
  private static let episodes = ["e0", "e1", "e2"]
  private static let observations = (0..<5).map { "o\($0)" }
  private static let dates = [
    "1994", "1994-05", "1995-06-01", "[1982..1989]", "199X", "2018/2019", "2019-03", "../1990",
  ]
  private static let amounts = ["1", "2", "3", "5", "150+", "<3", "~50000", "1..4"]
  private static let names = ["Łódź", "Lodz", "成都", "Chengdu", "Sichuan", "四川"]

  private static func values(_ property: Property) -> [String] {
    switch property.type {
    case .text where property.name == "measure": ["partnerships", "partnerships established", "visits"]
    case .text: names
    case .term(let words): Array(words.prefix(4))
    case .date: dates
    case .amount: amounts
    case .boolean: ["yes", "no"]
    case .reference(.actor): actors + ["nowhere"]
    case .reference(.partnership): partnerships
    case .reference(.event): events
    case .reference(.observation): observations
    case .reference, .source: ["a", "b", "c"]
    }
  }

  /// A statement of one to four claims, with qualifiers and alternatives as they come.
  mutating func statement() throws -> Statement {
    let (kind, ids) = pick([
      (EntityKind.actor, Self.actors), (.actor, Self.actors), (.partnership, Self.partnerships),
      (.episode, Self.episodes),
      (.event, Self.events), (.flow, ["f0", "f1", "f2"]), (.observation, Self.observations),
    ])
    let properties = Property.all.filter { $0.kind == kind }
    var says: [Property: [Claim]] = [:]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let property =
        chance(0.3)
        ? properties.first { Self.linking.contains($0.name) } ?? pick(properties) : pick(properties)
      says[property, default: []].append(try claim(property))
    }
    return Statement(
      entity: EntityReference(kind, pick(ids)), says: says, source: SourceID(pick(["a", "b", "c"])),
      locator: "",
      rank: pick([.normal, .normal, .normal, .preferred, .deprecated]))
  }

  private static let linking: Set<String> = [
    "within", "party", "partnership", "event", "parts", "participant",
  ]

  private mutating func claim(_ property: Property) throws -> Claim {
    let values = Self.values(property)
    var texts = [pick(values)]
    if chance(0.25) { texts.append(pick(values)) }
    let day =
      chance(0.2) ? try Atom(pick(Self.dates), for: Property.named("founded", of: .actor) ?? property) : nil
    var claim = Claim(try texts.map { try Atom($0, for: property) })
    if case .date(let during) = day { claim = Claim(claim.alternatives, during: during) }
    guard chance(0.3) else { return claim }
    return Claim(
      claim.alternatives, side: chance(0.7) ? pick(["cn", "partner"]) : nil,
      role: chance(0.7) ? pick([.donor, .recipient, .host]) : nil, during: claim.during)
  }
}
