import Foundation
import Interchange

/// The studies in a folder: one folder a study, with its `study.yml`.
public struct StudyShelf: Sendable {
  private let folder: String

  public init(_ folder: String) { self.folder = folder }

  /// The names of all studies, sorted.
  public func names() throws -> [String] {
    let entries: [String]
    do { entries = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw WorkbenchError.unreadable(path: folder, reason: error.localizedDescription)
    }
    return entries.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/study.yml") }.sorted()
  }

  /// The study of that name. Throws `WorkbenchError.unknownStudy` with the names there are.
  public func study(_ name: String) throws -> Study {
    let known = try names()
    guard known.contains(name) else { throw WorkbenchError.unknownStudy(name, known: known) }
    let file = "\(name)/study.yml"
    let text = try Files.text("\(folder)/\(file)")
    let study = try formatted { try StudyFile.read(text, name: file) }
    guard study.id == name else {
      throw WorkbenchError.format(
        FormatError(
          file: file, line: 1, message: "the study is called '\(study.id)', but its folder '\(name)'"))
    }
    return study
  }

  public func all() throws -> [Study] { try names().map(study) }
}
