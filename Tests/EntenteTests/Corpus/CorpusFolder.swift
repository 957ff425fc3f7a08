import Foundation
import TestSupport
import Testing

/// A folder with an empty archive, `a.entente`, and files to bring into a corpus.
struct CorpusFolder {
  let folder: ScratchFolder

  init(_ files: [String: String] = [:]) throws {
    folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    #expect(try Program.run(["init", "--archive", "a.entente"], in: folder).code == 0)
  }

  func run(_ words: String...) throws -> Program.Run { try run(words) }

  func run(_ words: [String]) throws -> Program.Run {
    try Program.run(["corpus"] + words + ["--archive", "a.entente"], in: folder)
  }

  /// Runs `corpus import` into the corpus `c`.
  func load(_ words: String...) throws -> Program.Run { try run(["import"] + words + ["--name", "c"]) }

  /// What a query gives, as lines of CSV, without the header.
  func ask(_ sql: String) throws -> [String] {
    Array(
      try Program.run(["query", sql, "--format", "csv", "--archive", "a.entente"], in: folder).lines
        .dropFirst())
  }

  func check() throws -> Program.Run {
    try Program.run(["check", "--deep", "--archive", "a.entente"], in: folder)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder.path + "/" + name))
  }
}
