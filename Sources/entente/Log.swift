import ArgumentParser
import Foundation
import Workbench

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every statement on record, in the order they were recorded.",
    discussion: """
      Packed statements of large tables as well, which the SQL views `statement` and `claim` do not list, and retracted ones, with the reason. \
      CSV is written row by row, however many there are:

      entente log --format csv > statements.csv
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let list = StatementList(try lens.look(at: archive.openForReading()))
    if output.chosen == .csv {
      try list.writeCSV(Self.write)
    } else {
      print(try output.render(list.grid()) { try list.json() })
    }
  }

  private static func write(_ text: String) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
      throw WorkbenchError.unreadable(path: "standard output", reason: error.localizedDescription)
    }
  }
}
