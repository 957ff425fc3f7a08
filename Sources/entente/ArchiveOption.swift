import Archive
import ArgumentParser
import Foundation

/// `--archive FILE`, or `ENTENTE_ARCHIVE`, or `observatory.entente`.
struct ArchiveOption: ParsableArguments {
  @Option(name: .long, help: "The archive. (default: $ENTENTE_ARCHIVE, or observatory.entente)")
  var archive: String?

  var path: String {
    archive ?? ProcessInfo.processInfo.environment["ENTENTE_ARCHIVE"] ?? "observatory.entente"
  }

  func openForReading(readers: Int = 1) throws -> ArchiveStore {
    try ArchiveStore.openForReading(at: path, readers: readers)
  }

  func openForWriting() throws -> ArchiveStore { try ArchiveStore.open(at: path) }
}
