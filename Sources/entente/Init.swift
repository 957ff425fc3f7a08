import Archive
import ArgumentParser
import Workbench

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new archive.",
    discussion: """
      With --bundled it holds the evidence of the five founding documents. An existing file is never touched; if the evidence \
      cannot be recorded, no file is left behind.
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(help: "Record the evidence that comes with the project.") var bundled = false

  func run() throws {
    let path = archive.path
    let evidence = bundled ? try BundledEvidence(Home.find()) : nil
    try ArchiveStore.create(at: path) { store in
      try evidence?.record(in: store, at: Moment.now) { file, receipt in
        print("  \(file): \(receipt.summary)")
      }
    }
    print("\(path) is ready.")
  }
}
