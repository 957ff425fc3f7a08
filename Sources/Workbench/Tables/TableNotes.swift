import Archive
import Chronology
import Diplomacy

/// What has to be said below a table of partnerships: what was counted, what narrowed it, where the sources disagree.
struct TableNotes {
  private let question: PartnershipTable
  private let archive: ArchiveStore
  private let inventory: SourceID?
  private let stated: [StatedCount]
  /// The keys of the rows and columns.
  private let heads: Set<String>
  /// What actors are called.
  private let names: [String: String]

  init(
    _ question: PartnershipTable, archive: ArchiveStore, inventory: SourceID?, stated: [StatedCount],
    heads: Set<String>, names: [String: String]
  ) {
    self.heads = heads
    self.names = names
    self.question = question
    self.archive = archive
    self.inventory = inventory
    self.stated = stated
  }

  func all(counted: Int, narrowed: Bool, failure: String?) throws -> [String] {
    var notes = [try scope(counted: counted)]
    if narrowed {
      notes.append("Cells are narrowed by the totals that the source prints (--no-margins leaves them out).")
    }
    if let failure { notes.append(failure) }
    return notes + disagreements + [try PolicyNote.text(for: archive)]
  }

  private func scope(counted: Int) throws -> String {
    guard let inventory else {
      return "Counted: all \(counted) partnerships on record, whatever their source covers."
    }
    let title = try archive.title(of: inventory) ?? inventory.text
    let outside = try archive.partnershipUnits(inventory: nil).count - counted
    return "Counted: the \(counted) partnerships that are on record from the census in “\(title)”; "
      + "\(outside) more on record stand outside it (--scope all counts them too)."
  }

  /// Stated numbers that the sources, or what is recorded, contest: for the period asked about and for all times.
  private var disagreements: [String] {
    stated.compactMap { count in
      guard let contest = count.contest, bears(count) else { return nil }
      let area = count.area.map { " of \(names[$0] ?? $0)" } ?? ""
      let date = count.date.map { " in \(Self.spelled($0))" } ?? ""
      return "Sources disagree on \(count.measure)\(area)\(date): \(contest)."
    }
  }

  /// "some day of these years" as people write it: `[2014..2017]` is 2014–2017.
  private static func spelled(_ date: String) -> String {
    date.hasPrefix("[") ? date.filter { !"[]".contains($0) }.replacing("..", with: "–") : date
  }

  /// Of the whole, or of one of the table's rows or columns; in a time that touches the period asked about.
  private func bears(_ count: StatedCount) -> Bool {
    guard count.area.map(heads.contains) ?? true else { return false }
    guard let period = question.established, let date = count.date.flatMap({ try? EDTF($0) }) else {
      return question.established == nil || count.measure == "partnerships"
    }
    return period.range.overlaps(date.range)
  }
}
