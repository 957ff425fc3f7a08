import Diplomacy
import Testing

/// Where the five documents contradict each other or themselves, found by reading them side by side: the item in that list
/// (`contradictions.md`; empty for one found later), and the entity and property that hold both sides in the record.
///
/// Items that are consistent on a second look, or that no fact of the record carries (a gap between tables, a hypothesis, a
/// spelling), are not here.
struct Contested: Sendable, CustomTestStringConvertible {
  let item: String
  let entity: String
  let property: String
  let type: ContradictionType
  let rule: Contradiction.Rule
  let side: String?

  var testDescription: String { "\(item) \(entity) \(property)" }

  init(
    _ item: String, _ entity: String, _ property: String, _ type: ContradictionType,
    by rule: Contradiction.Rule = .statements, side: String? = nil
  ) {
    self.item = item
    self.entity = entity
    self.property = property
    self.type = type
    self.rule = rule
    self.side = side
  }

  func isFound(in contradiction: Contradiction) -> Bool {
    (contradiction.entity.description, contradiction.property, contradiction.type, contradiction.rule)
      == (entity, property, type, rule) && contradiction.side == side
  }
}

let contested: [Contested] = [
  .init("A1", "observation obs-partner-countries", "value", .amount),
  .init("A2", "episode it+cn/established-2004", "label", .level),
  .init("A3", "episode fr+cn/established-1997", "label", .level),
  .init("A4", "event ev-017", "precedence", .level),
  .init("A5", "observation obs-chinese-residents-it", "value", .amount),
  .init("A6", "observation obs-chengdu-lodz-share", "value", .amount),
  .init("A7", "observation obs-it-deficit-share-2018", "value", .amount),
  .init("B1", "event ev-lockdown-italy", "date", .date),
  .init("B2", "observation obs-ansa-2020-economy-share", "base", .identity),
  .init("B2", "observation obs-ansa-2020-model-share", "base", .identity),
  .init("B2", "observation obs-ansa-2020-analysed", "value", .amount),
  .init("C1", "flow ev-083/masks", "quantity", .amount),
  .init("C2", "flow ev-073/masks", "event", .identity, by: .mirrored, side: "ev-094/masks"),
  .init("C3", "observation obs-chengdu-sister-share", "value", .amount),
  .init("C4", "observation obs-chengdu-aid-developed", "unit", .identity),
  .init("C4", "observation obs-chengdu-aid-developing", "unit", .identity),
  .init("C6", "event ev-125", "participant", .identity, side: "host"),
  .init("C7", "observation obs-guangzhou-sister-share", "base", .identity),
  .init("C9", "actor cn-niu-qingbao", "name", .identity),
  .init("E1", "observation obs-regions-with-data", "value", .amount),
  .init("E1", "observation obs-regions-with-data-share", "value", .amount),
  .init("E2", "observation obs-interviews", "value", .amount, by: .sum),
  .init("E3", "observation obs-case-studies-it", "value", .amount, by: .sum),
  .init("E4", "observation obs-partnerships", "value", .amount, by: .census),
  .init("E4", "observation obs-partnerships", "value", .amount, by: .sum),
  .init("E5", "observation obs-t8", "value", .amount),
  .init("E6", "observation obs-share-2014-2016", "value", .amount),
  .init("E7", "observation obs-active-share", "base", .identity),
  .init("E8", "observation obs-quiet-period-start", "value", .amount),
  .init("E11", "observation obs-active-es-valencian-community", "value", .amount),
  .init("E11", "observation obs-active-es-la-rioja", "value", .amount),
  .init("E11", "observation obs-es-inactive-regions", "value", .amount),
  .init("F1", "observation obs-partnerships-it-by-table", "value", .amount, by: .sum),
  .init("F2", "observation obs-starts-it-before-2000", "value", .amount, by: .census),
  .init("F3", "observation obs-starts-it-1990s", "value", .amount),
  .init("F4", "observation obs-starts-it-2000s", "value", .amount, by: .census),
  .init("F5", "partnership pism-prose-it-beijing", "exists", .existence),
  .init("F5", "partnership pism-prose-it-sichuan", "exists", .existence),
  .init("F6", "observation obs-active-it-umbria", "value", .amount),
  .init("F6", "observation obs-inactive-it-umbria", "value", .amount),
  .init("F6", "actor cn-chongqing", "kind", .identity),
  .init("F7", "observation obs-starts-es-late-1990s", "value", .amount, by: .census),
  .init("F8", "observation obs-partnerships-es-valencian-community", "value", .amount),
  .init("F9", "observation obs-inactive-1990s-es-valencian-community", "value", .amount),
  .init("F10", "observation obs-capitals-es-castile-and-leon", "value", .amount),
  .init("F11", "episode es+cn/established-2005", "label", .level),
  .init("F12", "partnership pism-t6-17", "party", .identity, side: "cn"),
  .init("F13", "observation obs-eastern-laender-first-contact", "value", .amount),
  .init("F15", "observation obs-first-fr-start-of-the-century", "value", .amount),
  .init("F16", "observation obs-starts-pl-since-2011", "value", .amount, by: .sum),
  .init("F17", "observation obs-gb-cases-1980s", "value", .amount),
  .init("F19", "observation obs-starts-shaanxi-1980s", "value", .amount),
  .init("F20", "actor cn-suzhou", "within", .identity),
  .init("F21", "observation obs-scottish-strategy-number", "value", .amount),
  .init("F22", "episode pl-lodzkie+cn-sichuan/established-2012", "date", .date),
  .init("G", "observation obs-t9-cn-hong-kong", "value", .amount, by: .census),
  .init("G", "observation obs-t9-cn-shaanxi", "value", .amount, by: .census),
  .init("G", "observation obs-t9-cn-guangdong", "value", .amount, by: .census),
  .init("G", "observation obs-t9-cn-beijing", "value", .amount, by: .census),
  .init("G", "observation obs-t9-cn-tianjin", "value", .amount, by: .census),
  .init("", "episode ru+cn/established-1996", "label", .level),
]
