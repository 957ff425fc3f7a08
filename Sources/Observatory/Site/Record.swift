import Archive
import Workbench

/// What the pages are made from: the archive, the studies, what both are called, and what is dear to compute from them.
struct Record: Sendable {
  let archive: ArchiveStore
  /// What the archive's file is called.
  let name: String
  let studies: [Study]
  /// Where outlines and the renderer of pictures are.
  let home: Home
  let scales = Scales()
  let contests = OncePerVersion<ContestList>()
  let shares = OncePerVersion<[SourceShare]>()
  let profiles = OncePerVersion<SourceProfile>()
  let outcomes = OncePerVersion<StudyOutcome>()
  let ties = OncePerVersion<TieMap>()
  let pictures = OncePerVersion<[UInt8]>()

  /// What hangs on each contradiction, as far as is known.
  func weights() throws -> Scales.Reading { try scales.reading(studies, over: archive) }
}
