import Foundation
import TestSupport
import Testing

@Suite("An import that is stopped")
struct InterruptionTests {
  @Test("by Ctrl-C leaves the archive as it was, and 130", arguments: [true, false])
  func interrupted(_ isPacked: Bool) throws {
    let table = try LargeTable(isPacked: isPacked)
    let before = try table.statements()
    let process = try Shell.start([Program.path] + LargeTable.load, in: table.folder, output: "said")
    // The side file that takes what is written is there from the transaction's first page on.
    let side = table.archive + (isPacked ? "-journal" : "-wal")
    let isWriting = Shell.wait {
      (try? FileManager.default.attributesOfItem(atPath: side)[.size] as? Int).map { $0 > 0 } ?? false
    }
    #expect(isWriting)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try table.folder.read("said").hasPrefix("entente: interrupted."))
    #expect(try table.statements() == before)
    #expect(try table.check().code == 0)
    #expect(try Program.run(LargeTable.load, in: table.folder).code == 0)
    #expect(try table.statements() != before)
  }

  @Test("by Ctrl-C before anything is written ends at once")
  func reading() throws {
    let folder = try ScratchFolder()
    // A named pipe that nothing comes through.
    #expect(mkfifo(folder.path + "/t.yml", 0o600) == 0)
    #expect(try Program.run(["init", "--archive", "a.entente"], in: folder).code == 0)
    let process = try Shell.start([Program.path] + LargeTable.load, in: folder, output: "said")
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try folder.read("said") == "entente: interrupted.\n")
  }

  @Test(
    "at random moments by SIGKILL leaves it as it was or as it is to be, and can be run again",
    arguments: [["--rows", "800"], ["--rows", "2100", "--pad", "4100"]])
  func killed(_ size: [String]) throws {
    let folder = try ScratchFolder()
    let words =
      ["python3", Project.root + "/Tools/kill_import.py", Program.path, "--kills", "3", "--seed", "1"] + size
    let process = try Shell.start(words, in: folder, output: "said")
    process.waitUntilExit()
    let said = try folder.read("said")
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.matches(of: /sound, (as before|all there)/).count == 3)
    #expect(said.hasSuffix("run once more, it equals the undisturbed import\n"))
  }
}
