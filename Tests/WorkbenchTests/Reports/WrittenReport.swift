import TestSupport
import Workbench

/// The report on the bundled evidence, written once for all tests; without figures, which need the renderer.
enum WrittenReport {
  private static let written = Result { try write() }

  static func folder() throws -> ScratchFolder { try written.get() }

  static func write() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let home = try Project.home()
    _ = try Report(Bundled.archive(), home: home).write(
      StudyShelf(home.studies).all(), to: folder.path, withFigures: false, told: { _ in })
    return folder
  }

  static func pages() throws -> [(name: String, page: Page)] {
    let folder = try folder()
    return try folder.files().filter { $0.hasSuffix(".html") }.map { ($0, Page(text: try folder.read($0))) }
  }
}
