import Archive
import Diplomacy

/// What contested things and sources are called: pages name by them what they otherwise know by identifier.
struct Titles: Sendable {
  let entities: [EntityReference: String]
  let sources: [SourceID: String]

  init(_ archive: ArchiveStore) throws {
    entities = try archive.contestedTitles()
    sources = try archive.sourceTitles()
  }
}
