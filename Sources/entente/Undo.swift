import Archive
import ArgumentParser
import Chronology
import Workbench

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Withdraw a batch whole and nothing else.",
    discussion: """
      What only that batch brought goes from the record; what another batch delivered too stays. It all stays in the log, with the \
      reason. An undoing is a batch as well: to undo it brings back what it took away. A batch that is undone already is refused.

      entente undo 7 --reason "the wrong file"
      """)

  @OptionGroup var archive: ArchiveOption
  @Option(help: "Why.") var reason: String
  @Option(help: "Who withdraws it.") var coder = ""
  @Argument(help: "The batch's number; `entente batches` has them.") var batch: Int64

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Give a reason.") }
  }

  func run() throws {
    let line = ProgressLine("undo")
    let withdrawal = try archive.openForWriting().undo(
      batch, reason: reason, coder: coder, at: Moment.now(), progress: line.show)
    line.clear()
    print("batch \(batch) is undone by batch \(withdrawal.batch): \(withdrawal.summary)")
  }
}

extension Withdrawal {
  /// "132 statements and 1 source went from the record; 3 statements stay, since other batches brought them, too."
  fileprivate var summary: String {
    let moved = [(gone, "went from the record"), (back, "came back")].filter { $0.0 > 0 }.map {
      "\($0.0.of("statement")) \($0.1)"
    }
    let works = [(sources, "source"), (ladders, "ladder")].filter { $0.0 > 0 }.map { $0.0.of($0.1) }
    var parts = moved.isEmpty ? ["no statement moved"] : moved
    if !works.isEmpty {
      parts.append(works.joined(separator: " and ") + (back > 0 ? " came back" : " went with it"))
    }
    if staying > 0 {
      parts.append(
        "\(staying.of("statement")) stay\(staying == 1 ? "s" : ""), brought by another batch as well")
    }
    return parts.joined(separator: "; ") + "."
  }
}
