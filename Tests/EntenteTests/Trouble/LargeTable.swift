import Foundation
import TestSupport

/// An archive, and a table beside it whose import takes a while.
struct LargeTable {
  static let load = ["import", "t.yml", "--archive", "a.entente"]

  let folder: ScratchFolder
  private var archive: String { folder.path + "/a.entente" }

  init() throws {
    folder = try ScratchFolder()
    try folder.write(Workplace.sources, to: "sources.json")
    try folder.write(Workplace.mapping, to: "t.yml")
    try folder.write(Workplace.table, to: "t.csv")
    for command in [["init", "--archive", "a.entente"], Self.load] {
      let run = try Program.run(command, in: folder)
      guard run.code == 0 else { throw BundledFile.Unmade(errors: run.errors) }
    }
    let page = String(repeating: "x", count: 1000)
    let lines = (1...2000).map { "a\($0),Town \($0),city,\(1000 + $0 % 900),\(page)\n" }
    try folder.write("id,name,kind,founded,page\n" + lines.joined(), to: "t.csv")
  }

  /// The size of the write-ahead log.
  var logSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: archive + "-wal")
    return attributes?[.size] as? Int ?? 0
  }

  /// What `check --deep` says of the archive.
  func check() throws -> Program.Run {
    try Program.run(["check", "--deep", "--archive", "a.entente"], in: folder)
  }

  func statements() throws -> String {
    try Program.run(
      [
        "query", "SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM actor)", "--format", "csv",
        "--archive", "a.entente",
      ],
      in: folder
    ).output
  }
}

/// A shell's script beside the tests: for what only another process can arrange.
enum Shell {
  /// Starts a command, its output in a file that `said` reads.
  static func start(
    _ command: [String], in folder: ScratchFolder, output: String, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: folder.path)
    let file = folder.path + "/" + output
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    return process
  }

  /// Runs a script to its end; its exit code and all that it said.
  static func run(_ script: String, in folder: ScratchFolder) throws -> (code: Int32, said: String) {
    let process = try start(["sh", "-c", script], in: folder, output: ".script")
    process.waitUntilExit()
    return (process.terminationStatus, try folder.read(".script"))
  }

  /// Waits until something is so, for two minutes at most; whether it came to be.
  static func wait(_ isSo: () -> Bool) -> Bool {
    for _ in 0..<12_000 {
      if isSo() { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }
}
