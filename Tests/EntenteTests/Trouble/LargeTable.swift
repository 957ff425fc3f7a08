import Foundation
import TestSupport

/// An archive, and a table beside it whose import takes a while.
struct LargeTable {
  private let place: ImportFolder
  var folder: ScratchFolder { place.folder }

  init() throws {
    place = try ImportFolder("t", mapping: Workplace.mapping, table: Workplace.table)
    let run = try place.load()
    guard run.code == 0 else { throw BundledFile.Unmade(errors: run.errors) }
    let page = String(repeating: "x", count: 1000)
    let lines = (1...2000).map { "a\($0),Town \($0),city,\(1000 + $0 % 900),\(page)\n" }
    try folder.write("id,name,kind,founded,page\n" + lines.joined(), to: "t.csv")
  }

  /// The size of the write-ahead log.
  var logSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path + "/a.entente-wal")
    return attributes?[.size] as? Int ?? 0
  }

  /// What `check --deep` says of the archive.
  func check() throws -> Program.Run { try place.run(["check", "--deep"]) }

  func statements() throws -> [String] {
    try place.ask("SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM actor)")
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
