import ArgumentParser
import Chronology
import Workbench

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify the archive: the file, the log, the snapshot, and what cannot be true.",
    discussion: """
      Exits with 1 when something is wrong. --deep also follows the chain of seals, which finds anything in the log that is not as it \
      was recorded: a changed letter, a batch removed or put elsewhere.
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(help: "Follow the chain of seals, too.") var deep = false
  @Flag(help: "Print JSON: an array of {rule, entity, message}.") var json = false

  func run() throws {
    let store = try archive.openForReading()
    let line = ProgressLine("check")
    let findings = try store.check(isDeep: deep, progress: line.show)
    line.clear()
    if json {
      let array = findings.map { finding in
        JSON.object([
          .init("rule", .string(finding.rule)), .init("entity", .string(finding.entity)),
          .init("message", .string(finding.message)),
        ])
      }
      print(JSON.array(array).text(pretty: true))
    } else if findings.isEmpty {
      print("\(archive.path): sound. The snapshot follows from the log, and nothing in it is impossible.")
      if deep, let seal = try store.lastSeal() {
        print(
          "Every batch is as it was sealed. The last, batch \(seal.batch), has the digest \(seal.digest).")
      }
    } else {
      for finding in findings { print("\(finding.rule): \(finding.message)") }
      print("\(findings.count.of("finding")).")
    }
    if !findings.isEmpty { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
