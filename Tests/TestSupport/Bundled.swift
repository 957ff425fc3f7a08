public import Archive
import Workbench

/// The bundled evidence in an archive in memory, made once for all tests. Tests that change it take a copy.
public enum Bundled {
  private static let loaded = Result { try load() }

  public static func archive() throws -> ArchiveStore { try loaded.get() }

  public static func copy() throws -> ArchiveStore { try archive().copy() }

  private static func load() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    try BundledEvidence(Project.home()).record(
      in: archive, at: { "2026-01-31T12:00:00.000Z" }, told: { _, _ in })
    return archive
  }
}
