import ArgumentParser
import Discourse
import Workbench

struct CodeAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Give documents to coders, by lot, blind and overlapping: a wave.",
    discussion: """
      Documents that are in no wave yet are drawn; a share of them is given to several coders each, the others to one. Everybody gets about \
      as much, every pair shares about as much, and each coder has an order of their own. The same seed gives the same.

      entente code assign news --coders Ann,Ben,Cem --documents 300 --overlap 0.2 --each 2
      """)

  @OptionGroup var desk: DeskOption
  @OptionGroup var output: FormatOption
  @Option(help: "The coders, with commas between.") var coders: String
  @Option(help: "How many documents. (default: all that are left)") var documents: Int?
  @Option(help: "The share of documents that several coders get, from 0 to 1.") var overlap = 1.0
  @Option(help: "How many coders each of these gets. (default: 2, or 1 of one coder)") var each: Int?
  @Option(help: "Of the lot: the same seed gives the same assignments.") var seed: UInt64 = 1

  func validate() throws {
    guard documents ?? 1 > 0 else {
      throw ValidationError("--documents '\(documents ?? 0)': expected 1 or more.")
    }
    guard seed <= UInt64(Int64.max) else {
      throw ValidationError("--seed '\(seed)': expected 0 to \(Int64.max).")
    }
  }

  func run() throws {
    let rule = try rule
    let store = try desk.archive.openForWriting()
    let desk = try desk.desk(store)
    let wave = try store.assign(
      documents, of: desk.corpus, codebook: desk.codebook.name, by: rule, at: Moment.now())
    guard let wave else { return print("\(desk.corpus): all documents are assigned; nothing changed.") }
    print(output.render(WaveTable.grid(wave)) { WaveTable.json(wave).text(pretty: true) })
  }

  private var rule: AssignmentRule {
    get throws {
      let names = RatingsShape.names(coders)
      do {
        return try AssignmentRule(
          coders: names, each: each ?? min(2, names.count), overlap: overlap, seed: seed)
      } catch {
        switch error {
        case .noCoders:
          throw WorkbenchError.badOption(name: "--coders", value: coders, expected: "a name at least")
        case .repeatedCoder:
          throw WorkbenchError.badOption(name: "--coders", value: coders, expected: "each coder once")
        case .each(let each, let count):
          throw WorkbenchError.badOption(
            name: "--each", value: String(each), expected: "1 to \(count), the coders")
        case .overlap(let share):
          throw WorkbenchError.badOption(
            name: "--overlap", value: "\(share)", expected: "a share from 0 to 1")
        }
      }
    }
  }
}
