import Foundation
import Workbench

/// Forms in which figures are drawn, for readers without script and to be taken elsewhere.
enum Picture: String, Sendable {
  case svg, png

  var type: String { self == .svg ? "image/svg+xml" : "image/png" }
}

extension Record {
  /// A specification, drawn by the project's renderer: once for each version of the record.
  ///
  /// - Parameter name: tells it from other drawings; a plain file name.
  /// - Throws: `WorkbenchError.figures` where the renderer is not installed, or refuses.
  func picture(_ name: String, _ specification: JSON, as format: Picture) throws -> [UInt8] {
    try pictures.value("\(name).\(format.rawValue)", version: archive.version()) {
      let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try FigureRenderer(home).render([("picture", specification)], into: folder.path)
      return [UInt8](try Data(contentsOf: folder.appending(path: "picture.\(format.rawValue)")))
    }
  }
}
