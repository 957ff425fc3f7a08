import ArgumentParser
import Diplomacy
import Workbench

struct Retract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Withdraw a statement.",
    discussion: "It stays in the log, with the reason, and is heard no more. Nothing is ever deleted.")

  @OptionGroup var archive: ArchiveOption
  @Option(help: "Why.") var reason: String
  @Option(help: "Who withdraws it.") var coder = ""
  @Argument(help: "The statement's identifier, e.g. s-0abc….") var statement: String

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Give a reason.") }
  }

  func run() throws {
    try archive.openForWriting().retract(
      StatementID(statement), reason: reason, coder: coder, at: Moment.now())
    print("\(statement) is retracted: \(reason)")
  }
}
