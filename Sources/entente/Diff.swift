import Archive
import ArgumentParser
import Diplomacy
import Foundation
import Workbench

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what differs between two moments, two batches or two archives, and which results move.",
    discussion: """
      A side is a moment (a day is its end), the number of a batch (the record after it; 0 is the empty record), or an archive's \
      file. Without a second side it is the record as it is now. Results are the checks of all studies.

      entente diff 8 9
      entente diff 2026-01-31
      entente diff old.entente new.entente --no-results
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(help: "Leave out which results move.") var noResults = false
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false
  @Argument(help: "Before: a moment, a batch's number or a file.") var before: String
  @Argument(help: "After. (default: now)") var after: String?

  func run() throws {
    let line = ProgressLine("diff")
    let old = try look(before, line)
    let new = try after.map { try look($0, line) } ?? Look(store: archive.openForReading(), isCopy: true)
    let studies = noResults ? nil : try StudyShelf(Home.find().studies).all()
    let difference = try RecordDifference(
      from: old.store, to: new.store, isSameLog: old.isCopy && new.isCopy, studies: studies, told: line.show)
    line.clear()
    print(json ? difference.json : difference.text)
  }

  /// One side, and whether it is a look at the archive itself.
  private struct Look {
    let store: ArchiveStore
    let isCopy: Bool
  }

  private func look(_ side: String, _ line: ProgressLine) throws -> Look {
    line.show("looking at \(side)")
    if let moment = Moment(side) {
      return Look(store: try copy(Lens(knownAt: moment.text)), isCopy: true)
    }
    if let number = Int64(side) {
      let store = try archive.openForReading()
      guard try number == 0 || store.batches().contains(where: { $0.number == number }) else {
        throw ArchiveError.unknownBatch(number)
      }
      return Look(store: try store.copy(through: Lens(knownBatch: number)), isCopy: true)
    }
    guard FileManager.default.fileExists(atPath: side) else {
      throw WorkbenchError.badOption(
        name: "side", value: side,
        expected:
          "a moment such as 2026-01-31 or 2026-01-31T12:00:00Z, a batch's number, or an archive's file")
    }
    return Look(store: try ArchiveStore.openForReading(at: side), isCopy: false)
  }

  private func copy(_ lens: Lens) throws -> ArchiveStore { try archive.openForReading().copy(through: lens) }
}
