import Foundation

/// Programs that are not ours, to say what our files are worth.
public enum RefiTools {
  public static let samples = Project.root + "/../shared/data/refi_qda/"
  public static let areSamplesThere = FileManager.default.fileExists(atPath: samples + "nvivo_project.qdpx")
  public static let validator = found("xmllint")
  public static let python = found("python3")

  public static func sample(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: samples + name)))
  }

  /// What `compare.py` says of two packages: "same", or the first difference.
  public static func difference(_ one: [UInt8], _ other: [UInt8]) throws -> String {
    try inFolder { folder in
      try Data(one).write(to: folder.appending(path: "one.qdpx"))
      try Data(other).write(to: folder.appending(path: "other.qdpx"))
      return try run(
        python ?? "",
        [
          Project.root + "/Tests/Fixtures/refi_qda/compare.py", folder.path + "/one.qdpx",
          folder.path + "/other.qdpx",
        ])
    }
  }

  /// What xmllint finds wrong with a document by the schema; empty when nothing.
  public static func faults(_ document: [UInt8]) throws -> String {
    try inFolder { folder in
      let file = folder.appending(path: "project.qde")
      try Data(document).write(to: file)
      let schema = Project.root + "/Tests/Fixtures/refi_qda/Project_v1.0.xsd"
      let said = try run(validator ?? "", ["--noout", "--nonet", "--schema", schema, file.path])
      return said == file.path + " validates" ? "" : said
    }
  }

  private static func found(_ program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + program }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  private static func inFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
