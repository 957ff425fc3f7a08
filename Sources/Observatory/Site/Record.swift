import Archive
import Workbench

/// What the pages are made from: the archive, the studies, and what both are called.
struct Record: Sendable {
  let archive: ArchiveStore
  /// What the archive's file is called.
  let name: String
  let studies: [Study]
  /// The archive seen otherwise.
  let lenses = LensShelf()
  /// What counts of the archive worked out.
  let memory = AxisMemory()
  /// Who runs SQL of their own.
  let askers = Askers(limit: 2)
}
