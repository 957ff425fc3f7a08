import Archive

/// Why something cannot be kept as things stand, for a person who can do something about it.
struct Hindrance: Sendable {
  let status: Int
  let text: String

  init(status: Int, text: String) { (self.status, self.text) = (status, text) }

  /// Nil for what is nobody's to mend.
  init?(_ error: any Error) {
    status = if case ArchiveError.busy = error { 503 } else { 409 }
    switch error {
    case ArchiveError.busy(_, let holder):
      text =
        "\(holder.map { "“\($0.onPage)”" } ?? "Another program") is writing to the archive. Nothing was changed: try again when it is done."
    case ArchiveError.unknownStatement(let id): text = "There is no statement \(id.onPage)."
    case ArchiveError.alreadyRetracted(let id):
      text = "The statement \(id.onPage) is withdrawn already. Nothing more was changed."
    case ArchiveError.undoneStatement(let id):
      text = "The statement \(id.onPage) is not on record: what brought it is undone."
    case ArchiveError.unknownBatch(let number): text = "There is no batch \(number)."
    case ArchiveError.alreadyUndone(let number, let other):
      text = "Batch \(number) is undone already, by batch \(other). Nothing more was changed."
    case ArchiveError.sourceDiffers(let id):
      text = "A source “\(id.onPage)” is on record with other content. Give the new one another identifier."
    case ArchiveError.ladderDiffers(let id):
      text = "A ladder “\(id.onPage)” is on record with other rungs: undo what brought that first."
    case ArchiveError.unknownSource(let id):
      text = "The source “\(id.onPage)” is cited, but would not be on record."
    case ArchiveError.storage(_, let reason):
      text = "The archive cannot be written to: \(reason.onPage). Nothing was changed."
    default: return nil
    }
  }
}
