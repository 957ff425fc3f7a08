import Archive
import TestSupport
import Testing
import Workbench

@Suite("The bundled evidence")
struct SoundnessTests {
  @Test("is sound: nothing dangles, nothing is impossible, the snapshot follows from the log")
  func check() throws {
    #expect(try Bundled.archive().check() == [])
  }

  @Test("brings nothing when it is recorded again")
  func again() throws {
    let archive = try Bundled.copy()
    let before = try archive.query("SELECT count(*) FROM statement").rows[0][0].number
    var files = 0
    try BundledEvidence(Project.home()).record(
      in: archive, at: { "2026-02-01T12:00:00.000Z" },
      told: { file, receipt in
        #expect(receipt.isEmpty, "\(file)")
        #expect(receipt.known > 0 || file == "sources.json", "\(file)")
        files += 1
      })
    #expect(files == 16)
    #expect(try archive.query("SELECT count(*) FROM statement").rows[0][0].number == before)
    #expect(try archive.query("SELECT count(DISTINCT recorded_at) FROM batch").rows[0][0].number == 1)
  }

  @Test("gives a locator and a source to every statement")
  func located() throws {
    let bare = try Bundled.archive().query(
      "SELECT id FROM statement WHERE trim(locator) = '' OR source NOT IN (SELECT id FROM source)")
    #expect(bare.rows.isEmpty)
  }

  @Test("is called by names that its own register tells apart")
  func names() throws {
    let register = try Bundled.archive().register()
    let doubled = try Bundled.archive().query(
      "SELECT text FROM name WHERE sort = 'code' GROUP BY text HAVING count(DISTINCT actor) > 1")
    #expect(doubled.rows.isEmpty)
    #expect(register.resolve("IT-45") == .found("it-emilia-romagna"))
  }
}
