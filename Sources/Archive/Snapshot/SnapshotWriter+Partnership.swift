import Diplomacy

extension SnapshotWriter {
  func write(_ partnership: Partnership) throws {
    guard partnership.exists else { return }
    let id = partnership.id.text
    let columns = PartnershipColumns(partnership)
    try insert("partnership_row", [id] + columns.values)
    for actor in partnership.actors { try TiesWriter(database).add(id, to: actor) }
    for source in partnership.inventories { try insert("inventory", [id, source.text]) }
  }

  func write(_ episode: Episode) throws {
    let date = DateColumns(episode.date)
    try insert(
      "episode_row",
      [
        episode.id.text, episode.partnership?.first.text, episode.type?.first.rawValue,
        date.text, date.earliest, date.latest, episode.hasAgreement.map { $0 ? 1 : 0 },
      ])
    for label in episode.labels {
      for text in label.text.alternatives {
        try insert(
          "episode_label", [episode.id.text, label.side, text, text.folded, label.text.isCertain ? 1 : 0])
      }
    }
  }
}
