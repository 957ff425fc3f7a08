import Archive
import Workbench

/// What the pages are made from: the archive, the studies, and what both are called.
struct Record: Sendable {
  let archive: ArchiveStore
  /// What the archive's file is called.
  let name: String
  let studies: [Study]
}
