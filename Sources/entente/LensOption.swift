import Archive
import ArgumentParser
import Chronology
import Diplomacy
import Workbench

/// `--policy`, `--valid-on`, `--known-at`: through what the record is read.
struct LensOption: ParsableArguments {
  @Option(
    help: """
      What to do where statements of the best rank contradict each other: undecided (carry all values as bounds), \
      earliest-source, latest-source, lowest, highest, or first:SOURCE,SOURCE. With table, show and study check also all: \
      every policy side by side.
      """)
  var policy = "undecided"
  @Option(help: "The record as valid on this day, e.g. 2017-06-30.") var validOn: String?
  @Option(help: "The record as known at this moment, e.g. 2026-01-31T12:00:00.000Z.") var knownAt: String?

  /// Whether every policy is asked for: `--policy all`.
  var isEveryPolicy: Bool { policy == "all" }

  /// The archive itself, or a copy in memory seen through the lens; undecided where every policy is asked for.
  func lookBeforeDeciding(at store: ArchiveStore) throws -> ArchiveStore {
    try look(at: store, by: isEveryPolicy ? Policy.undecided.description : policy)
  }

  /// The archive itself, or a copy in memory seen through the lens.
  func look(at store: ArchiveStore) throws -> ArchiveStore { try look(at: store, by: policy) }

  private func look(at store: ArchiveStore, by policy: String) throws -> ArchiveStore {
    guard !isEveryPolicy || policy != self.policy else {
      throw WorkbenchError.badOption(
        name: "--policy", value: policy, expected: "one policy here; all is for table, show and study check")
    }
    guard let policy = Policy(policy) else {
      throw WorkbenchError.badOption(
        name: "--policy", value: policy,
        expected: "undecided, earliest-source, latest-source, lowest, highest, or first:SOURCE,…")
    }
    let moment = try knownAt.map { text in
      guard let moment = Moment(text) else {
        throw WorkbenchError.badOption(
          name: "--known-at", value: text, expected: "a day, or a moment such as 2026-01-31T12:00:00Z")
      }
      return moment.text
    }
    let lens = Lens(policy: policy, validOn: try validOn.map { try day("--valid-on", $0) }, knownAt: moment)
    return lens == Lens() ? store : try store.copy(through: lens)
  }

  /// What has to be said below rows that were found through another lens than the default.
  static func notes(on store: ArchiveStore) throws -> [String] {
    try store.lens() == Lens() ? [] : [PolicyNote.text(for: store)]
  }
}

/// Reads a day option.
private func day(_ option: String, _ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw WorkbenchError.badOption(name: option, value: text, expected: "a day such as 2017-06-30")
  }
  return day
}
