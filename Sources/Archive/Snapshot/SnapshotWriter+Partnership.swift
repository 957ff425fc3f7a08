import Diplomacy

extension SnapshotWriter {
  func write(_ partnership: Partnership) throws {
    guard partnership.exists else { return }
    let id = partnership.id.text
    let established = DateColumns(partnership.established)
    let ended = DateColumns(partnership.ended)
    try insert(
      "partnership",
      [
        id, partnership.kind?.first.rawValue, id, partnership.under?.first.text,
        established.text, established.earliest, established.latest, ended.text, ended.earliest, ended.latest,
        partnership.hasAgreement.map { $0 ? 1 : 0 },
        partnership.initiator.map { $0.alternatives.joined(separator: " or ") },
      ])
    for (slot, party) in partnership.parties.enumerated() {
      for actor in party.actor.alternatives {
        try insert("party", [id, slot, actor.text, party.side, party.actor.isCertain ? 1 : 0])
      }
    }
    for source in partnership.inventories { try insert("inventory", [id, source.text]) }
    for declaration in partnership.declarations {
      let during = DateColumns(declaration.during)
      try insert(
        "activity", [id, declaration.isActive ? 1 : 0, "declared", nil, during.earliest, during.latest])
    }
  }

  func write(_ episode: Episode) throws {
    let date = DateColumns(episode.date)
    try insert(
      "episode",
      [
        episode.id.text, episode.partnership?.first.text, episode.type?.first.rawValue,
        date.text, date.earliest, date.latest, episode.hasAgreement.map { $0 ? 1 : 0 }, 0,
      ])
    for label in episode.labels {
      for text in label.text.alternatives {
        try insert(
          "episode_label", [episode.id.text, label.side, text, text.folded, label.text.isCertain ? 1 : 0])
      }
    }
  }
}
