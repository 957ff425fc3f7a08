import Foundation
public import Workbench

/// The folder of the package, and the folders beside it.
public enum Project {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  public static func home() throws -> Home { try Home.find(environment: ["ENTENTE_HOME": root]) }

  /// A file of the material that the evidence was written down from; it lies beside the package, where it is at all.
  public static func original(_ name: String) -> String { root + "/../shared/evidence/" + name }

  public static func hasOriginal(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: original(name))
  }
}

/// A folder that is gone when the test is.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/entente-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, in folders made as needed, and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  public func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  /// Every file below, by its path from here, sorted.
  public func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: path)?.allObjects.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
