import Foundation
import TestSupport

/// The built executable, run as a process.
enum Program {
  struct Run {
    /// The exit code; below zero, the signal that ended it.
    let code: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
  }

  /// Beside the tests' own executable, where the build puts both.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "entente"
  ).path

  /// Runs it to its end, for a minute at most. Output goes through files, so that nothing waits for a full pipe.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: ScratchFolder
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["ENTENTE_HOME": Project.root, "HOME": folder.path, "TZ": "UTC"].merging(
      environment
    ) { $1 }
    let name = UUID().uuidString
    let files = try ["out", "err"].map { kind in
      let file = folder.path + "/.\(name).\(kind)"
      _ = FileManager.default.createFile(atPath: file, contents: nil)
      return try FileHandle(forWritingTo: URL(filePath: file))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    let (id, over) = (process.processIdentifier, DispatchTime.now() + .seconds(60))
    let watch = DispatchWorkItem { kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: over, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    for file in files { try file.close() }
    defer {
      for kind in ["out", "err"] {
        try? FileManager.default.removeItem(atPath: folder.path + "/.\(name).\(kind)")
      }
    }
    return Run(
      code: process.terminationStatus * (process.terminationReason == .exit ? 1 : -1),
      output: try folder.read(".\(name).out"),
      errors: try folder.read(".\(name).err"))
  }
}

/// An archive with the bundled evidence, made once by the program itself.
enum BundledFile {
  private static let made = Result { try make() }

  static func folder() throws -> ScratchFolder { try made.get() }
  static func path() throws -> String { try folder().path + "/bundled.entente" }

  private static func make() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let run = try Program.run(["init", "--bundled", "--archive", "bundled.entente"], in: folder)
    guard run.code == 0 else { throw Unmade(errors: run.errors) }
    return folder
  }

  struct Unmade: Error { let errors: String }

  /// Runs a command on it.
  static func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(arguments + ["--archive", path()], in: folder())
  }
}
