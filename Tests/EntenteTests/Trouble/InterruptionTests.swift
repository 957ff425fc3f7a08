import Foundation
import TestSupport
import Testing

@Suite("An import that is stopped")
struct InterruptionTests {
  /// Starts an import, presses Ctrl-C once the write-ahead log holds so many bytes, and gives what was said.
  private func interrupt(_ table: LargeTable, from bytes: Int) throws -> String {
    let process = try Shell.start([Program.path] + Workplace.load, in: table.folder, output: "said")
    _ = Shell.wait { table.logSize >= bytes || !process.isRunning }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    return try table.folder.read("said")
  }

  @Test("by Ctrl-C while it writes leaves the archive as it was, and 130")
  func writing() throws {
    let table = try LargeTable()
    let before = try table.statements()
    // More than the opening writes, less than the whole table does.
    let said = try interrupt(table, from: 100_000)
    #expect(said == "entente: interrupted. The archive is as it was before.\n")
    #expect(try table.statements() == before)
    #expect(try table.check().code == 0)
    #expect(try Program.run(Workplace.load, in: table.folder).code == 0)
    #expect(try table.statements() != before)
  }

  @Test("by Ctrl-C early leaves the archive as it was, and 130")
  func early() throws {
    let table = try LargeTable()
    let before = try table.statements()
    #expect(try interrupt(table, from: 1).hasPrefix("entente: interrupted."))
    #expect(try table.statements() == before)
    #expect(try table.check().code == 0)
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
