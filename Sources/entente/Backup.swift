import Archive
import ArgumentParser

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a copy of the archive, also while others write to it.",
    discussion: """
      The copy is the archive as it is at one moment, and appears under its name only when it is complete. A file that is there is never \
      touched.

      entente backup 2026-01-31.entente
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The copy's file.") var file: String

  func run() throws {
    let line = ProgressLine("backup")
    try ArchiveStore.backUp(archive.path, to: file, progress: line.show)
    line.clear()
    print("\(file) is a copy of \(archive.path).")
  }
}
