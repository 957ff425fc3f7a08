import Archive
import Chronology
import Diplomacy

/// What the rows or columns of a table of partnerships are.
public enum Dimension: String, CaseIterable, Sendable {
  /// The state of each party outside China.
  case country
  /// The province, city with provincial status or special administrative region of each Chinese party.
  case chineseProvince = "chinese-province"
  /// Each Chinese party itself.
  case chinesePlace = "chinese-place"
  /// Each party outside China itself.
  case partner
  /// What sort of actor the party outside China is.
  case level
  /// What each party lies directly within.
  case within
  /// What sort of tie it is.
  case kind
  /// Whether there is a formal agreement.
  case agreement
  /// Active, inactive or unknown on the day that `--as-of` gives.
  case activity
  /// The year of establishment.
  case year
  /// The periods given with `--periods`.
  case period
  /// Nothing: a single row or column.
  case all

  /// The name of the axis.
  var caption: String {
    switch self {
    case .country: "Country"
    case .chineseProvince: "Chinese province"
    case .chinesePlace: "Chinese province or city"
    case .partner: "Partner"
    case .level: "Level of the partner"
    case .within: "Lies within"
    case .kind: "Kind"
    case .agreement: "Agreement"
    case .activity: "Activity"
    case .year: "Established"
    case .period: "Period"
    case .all: ""
    }
  }

  /// The places a partnership takes along this axis, each one of several where the record leaves it open.
  func places(of unit: PartnershipUnit, periods: [Period], within period: Period?, asOf: Day?) -> [[String]] {
    switch self {
    case .country, .partner, .level: Self.each(unit.foreignSlots, readings)
    case .chineseProvince, .chinesePlace: Self.each(unit.chineseSlots, readings)
    case .within: Self.each(unit.slots, readings)
    case .kind: [[unit.kind ?? Self.unknown]]
    case .agreement: [[unit.agreement.map { $0 ? "yes" : "no" } ?? Self.unknown]]
    case .activity:
      [asOf.map { ActivityState.possible(on: $0, given: unit.activity).map(\.rawValue) } ?? [Self.unknown]]
    case .year: [Years.between(unit.dates.establishedEarliest, unit.dates.establishedLatest, within: period)]
    case .period:
      [periods.filter { $0.answer(unit) != .no }.map(\.name)].filter { !$0.isEmpty }
    case .all: [["all"]]
    }
  }

  /// Whether it is a party that takes the places.
  var isOfParties: Bool {
    switch self {
    case .country, .partner, .level, .chineseProvince, .chinesePlace, .within: true
    case .kind, .agreement, .activity, .year, .period, .all: false
    }
  }

  /// What a party that may sit in a seat comes to: one of these.
  func readings(of seat: PartnershipUnit.Seat) -> [String] {
    switch self {
    case .country: seat.ancestor(.state) ?? seat.outermost
    case .level: [seat.ancestors.first { $0.depth == 0 }?.kind ?? Self.unknown]
    case .chineseProvince: seat.chineseProvinces
    case .within: seat.ancestors.filter { $0.depth == 1 }.map(\.id).sorted()
    case .partner, .chinesePlace: [seat.actor]
    case .kind, .agreement, .activity, .year, .period, .all: []
    }
  }

  /// The key of what nothing is said of.
  public static let unknown = "not known"

  /// One place for each slot: the union of its seats' readings. Slots that name the same single place count once.
  private static func each(
    _ slots: [[PartnershipUnit.Seat]], _ read: (PartnershipUnit.Seat) -> [String]
  ) -> [[String]] {
    var places: [[String]] = []
    for slot in slots {
      let readings = slot.flatMap(read).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let place = readings.isEmpty ? [unknown] : readings
      if !places.contains(place) { places.append(place) }
    }
    return places.isEmpty ? [[unknown]] : places
  }
}

extension PartnershipUnit {
  /// Slots with a reading in China, and the others. A slot without any ancestry counts as foreign.
  var chineseSlots: [[Seat]] { slots.filter { $0.contains(where: \.isChinese) } }
  var foreignSlots: [[Seat]] {
    let foreign = slots.filter { !$0.contains(where: \.isChinese) }
    return foreign.isEmpty ? slots : foreign
  }
}

extension PartnershipUnit.Seat {
  static let china = "cn"

  var isChinese: Bool { ancestors.contains { $0.id == Self.china } }

  /// The ancestors of that kind (one, or several where the record leaves it open); nil when there are none.
  func ancestor(_ kind: ActorKind) -> [String]? {
    let found = ancestors.filter { $0.kind == kind.rawValue }.map(\.id).sorted()
    return found.isEmpty ? nil : found
  }

  var chineseProvinces: [String] {
    let kinds = ActorKind.chineseProvincial.map(\.rawValue)
    let found = ancestors.filter { kinds.contains($0.kind) }.map(\.id).sorted()
    return found.isEmpty ? [actor == Self.china ? Self.china : Dimension.unknown] : found
  }

  /// What it lies within that lies within nothing.
  var outermost: [String] {
    ancestors.max { $0.depth < $1.depth }.map { [$0.id] } ?? [actor]
  }
}
