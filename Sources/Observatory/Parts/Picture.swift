import Foundation
import Workbench

/// Forms in which figures are drawn, for readers without script and to be taken elsewhere.
enum Picture: String, CaseIterable, Sendable {
  case svg, png

  var type: String { self == .svg ? "image/svg+xml" : "image/png" }
}

extension Record {
  /// A specification, drawn by the project's renderer: once for each version of the record, beside the answers, in seconds.
  ///
  /// - Parameter name: tells it from other drawings.
  /// - Throws: `WorkbenchError.figures` where the renderer is not installed, or refuses; `ObservatoryError.notReady` for a PNG that is not
  ///   drawn yet. An SVG says so itself.
  func picture(
    _ name: String, as format: Picture, _ specification: @escaping @Sendable () throws -> JSON
  ) throws -> Reply {
    let drawn = try [Picture: [UInt8]]?(whenReady: {
      try made(pictures, name) { [home] in
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FigureRenderer(home).render([("picture", specification())], into: folder.path)
        return try Dictionary(
          uniqueKeysWithValues: Picture.allCases.map { format in
            (format, [UInt8](try Data(contentsOf: folder.appending(path: "picture.\(format.rawValue)"))))
          })
      }
    })
    if let bytes = drawn?[format] { return .picture(bytes, type: format.type) }
    guard format == .svg else { throw ObservatoryError.notReady }
    return .provisionalPicture(Array(Self.beingDrawn.utf8), type: format.type)
  }

  private static let beingDrawn = """
    <svg xmlns="http://www.w3.org/2000/svg" width="480" height="120" viewBox="0 0 480 120" font-family="sans-serif" font-size="16">
    <rect width="480" height="120" fill="#f4f6f8"/><text x="240" y="55" text-anchor="middle" fill="#55606e">Being drawn.</text>
    <text x="240" y="80" text-anchor="middle" fill="#55606e">Load it again in a few seconds.</text></svg>

    """
}
