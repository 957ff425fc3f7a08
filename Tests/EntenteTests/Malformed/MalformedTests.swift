import Foundation
import Testing

@Suite("A malformed input")
struct MalformedTests {
  @Test(
    "is refused soon, with a message to act on, and nothing is changed",
    arguments: Malformed.all)
  func refused(_ row: Malformed) throws {
    let place = try Workplace(row.files)
    let before = try place.contents()
    let started = ContinuousClock().now
    let run = try Program.run(
      row.command, environment: ["ENTENTE_HOME": place.folder.path], in: place.folder)
    #expect(started.duration(to: .now) < .seconds(10))
    #expect(run.code == row.code, "\(run.code): \(run.errors)")
    #expect(run.lines.allSatisfy { $0.hasPrefix("  review: ") }, "\(run.output)")
    for words in row.says { #expect(run.errors.contains(words), "\(run.errors)") }
    #expect(run.errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.utf8.count < 5000 })
    #expect(try place.contents() == before)
    if ProcessInfo.processInfo.environment["SHOW_MESSAGES"] != nil { print("\(row.name)\n    \(run.errors)") }
  }

  @Test("is one of a hundred and more")
  func count() {
    let rows = Malformed.all
    #expect(rows.count >= 100)
    #expect(Set(rows.map(\.name)).count == rows.count)
  }

  @Test("stands beside well-formed ones, which come in")
  func wellFormed() throws {
    let place = try Workplace()
    for command in [Workplace.load, Workplace.study, Workplace.initialise] {
      let run = try Program.run(
        command, environment: ["ENTENTE_HOME": place.folder.path], in: place.folder)
      #expect(run.code == 0, "\(run.errors)")
    }
  }
}
