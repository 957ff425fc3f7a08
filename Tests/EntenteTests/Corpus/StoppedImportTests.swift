import Foundation
import TestSupport
import Testing

@Suite("An import into a corpus that is stopped") struct StoppedImportTests {
  private static let rows = 60_000

  private func place() throws -> CorpusFolder {
    let place = try CorpusFolder()
    let lines = (1...Self.rows).map {
      "\($0)\tthe title number \($0) of a list that is long enough, 战略伙伴关系 \($0 % 97)\n"
    }
    try place.folder.write("id\ttext\n" + lines.joined(), to: "t.tsv")
    return place
  }

  /// Starts the import, sends a signal once a file of the archive has so many bytes, and gives what was said.
  private func stop(_ place: CorpusFolder, _ signal: Int32, _ file: String, from bytes: Int) throws
    -> (Process, String)
  {
    let words = ["corpus", "import", "t.tsv", "--name", "c", "--id", "id", "--archive", "a.entente"]
    let process = try Shell.start([Program.path] + words, in: place.folder, output: "said")
    _ = Shell.wait {
      let attributes = try? FileManager.default.attributesOfItem(atPath: place.folder.path + "/" + file)
      return attributes?[.size] as? Int ?? 0 >= bytes || !process.isRunning
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (process, try place.folder.read("said"))
  }

  @Test(
    "by SIGKILL leaves the archive as it was or as it is to be, and can be run again",
    arguments: [("a.entente-journal", 1), ("a.entente-journal", 30_000), ("a.entente", 1_000_000)])
  func killed(file: String, bytes: Int) throws {
    let place = try place()
    // What is written goes to the journal while documents come in, and to the archive itself at the end.
    _ = try stop(place, SIGKILL, file, from: bytes)
    #expect(try place.check().code == 0)
    let left = try place.ask("SELECT count(*) FROM document")[0]
    #expect(["0", "\(Self.rows)"].contains(left))
    let again = try place.load("t.tsv", "--id", "id")
    #expect(again.code == 0, "\(again.errors)")
    #expect(
      try place.ask("SELECT count(*), sum(number) FROM document") == [
        "\(Self.rows),\(Self.rows * ((1 << 32) + (Self.rows + 1) / 2) + Self.rows / 2)"
      ])
    #expect(try place.run("search", "c", "战略伙伴", "60000", "--json").output.contains("\"found\": 1,"))
    #expect(try place.check().code == 0)
  }

  @Test("by Ctrl-C leaves the archive as it was, says so, and ends with 130")
  func interrupted() throws {
    let place = try place()
    let (process, said) = try stop(place, SIGINT, "a.entente-journal", from: 20_000)
    #expect(process.terminationStatus == 130)
    #expect(said == "entente: interrupted. The archive is as it was before.\n")
    #expect(try place.ask("SELECT count(*) FROM corpus") == ["0"])
    #expect(try place.check().code == 0)
  }
}
