import Diplomacy

extension SnapshotWriter {
  func write(_ event: Event) throws {
    let id = event.id.text
    let date = DateColumns(event.date)
    try insert(
      "event",
      [
        id, event.type?.first.rawValue, event.titles.first ?? event.type?.first.rawValue ?? id,
        date.text, date.earliest, date.latest, event.modality?.first.rawValue,
        event.outcomes.isEmpty ? nil : event.outcomes.joined(separator: "; "),
        event.precedence.map { $0.alternatives.joined(separator: " or ") },
      ])
    for (slot, participant) in event.participants.enumerated() {
      for actor in participant.actor.alternatives {
        try insert(
          "participant",
          [id, slot, actor.text, participant.role?.rawValue, participant.actor.isCertain ? 1 : 0])
      }
    }
    for channel in event.channels { try insert("event_channel", [id, channel.rawValue]) }
    for initiative in event.initiatives { try insert("event_initiative", [id, initiative.rawValue]) }
    for partnership in event.partnerships { try insert("event_partnership", [id, partnership.text]) }
  }

  func write(_ flow: Flow) throws {
    let quantity = AmountColumns(flow.quantity)
    let value = AmountColumns(flow.value)
    let affected = AmountColumns(flow.affected)
    try insert(
      "flow",
      [
        flow.id.text, flow.event?.first.text, flow.item?.first,
        quantity.text, quantity.lowest, quantity.highest, flow.unit?.first,
        value.text, value.lowest, value.highest, flow.currency?.first,
        flow.terms?.first.rawValue, flow.outcome?.first.rawValue,
        affected.text, affected.lowest, affected.highest,
      ])
  }

  func write(_ observation: Observation) throws {
    let id = observation.id.text
    let date = DateColumns(observation.date)
    let value = AmountColumns(observation.value)
    try insert(
      "observation",
      [
        id, observation.measure?.first, observation.subject?.first, observation.area?.first.text,
        observation.topic?.first, date.text, date.earliest, date.latest,
        value.text, value.lowest, value.highest, observation.unit?.first, observation.base?.first,
        observation.inventory?.first.text,
      ])
    for part in observation.parts { try insert("observation_part", [id, part.text]) }
  }
}
