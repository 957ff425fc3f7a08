import Diplomacy

extension SnapshotWriter {
  func write(_ actor: Actor) throws {
    let founded = DateColumns(actor.founded)
    let dissolved = DateColumns(actor.dissolved)
    let name = actor.name.map { $0.alternatives.joined(separator: " or ") }
    try insert(
      "actor",
      [
        actor.id.text, actor.kind?.first.rawValue, actor.isUnnamed ? nil : name, name ?? actor.id.text,
        actor.isUnnamed ? 1 : 0, founded.text, founded.earliest, founded.latest,
        dissolved.text, dissolved.earliest, dissolved.latest,
      ])
    try writeNames(actor)
    for (slot, nesting) in actor.nestings.enumerated() {
      let during = DateColumns(nesting.during)
      for parent in nesting.within.alternatives {
        try insert(
          "within",
          [
            actor.id.text, slot, parent.text, nesting.within.isCertain ? 1 : 0,
            during.text, during.earliest, during.latest,
          ])
      }
    }
    for predecessor in actor.predecessors { try insert("succession", [actor.id.text, predecessor.text]) }
  }

  private func writeNames(_ actor: Actor) throws {
    let names =
      (actor.name?.alternatives ?? []).map { ($0, "name") } + actor.aliases.map { ($0, "alias") }
      + actor.codes.map { ($0, "code") }
    for (text, sort) in names { try insert("name", [actor.id.text, sort, text, text.folded]) }
  }
}
