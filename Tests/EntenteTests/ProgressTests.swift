import Archive
import Testing

@testable import entente

@Suite("The line of progress") struct ProgressTests {
  /// What is said of steps at moments of a clock that is set by hand.
  private static func lines(_ steps: (Advance.Step, done: Int, of: Int, at: Duration)...) -> [String] {
    var text = ProgressText("partnerships.csv")
    return steps.map { text.line(Advance(step: $0.0, done: $0.done, total: $0.of), at: $0.at) }
  }

  @Test("says how much is read, how fast and how long it takes yet")
  func reading() {
    #expect(
      Self.lines(
        (.reading, 0, 100_000_000, .seconds(3)), (.reading, 10_000_000, 100_000_000, .seconds(3.2)),
        (.reading, 45_000_000, 100_000_000, .seconds(4.5)), (.reading, 99_999_999, 100_000_000, .seconds(6)))
        == [
          "reading", "reading 10 %", "reading 45 % · 30 MB/s · 2 s left", "reading 99 % · 33 MB/s · 1 s left",
        ])
  }

  @Test("counts rows once the table is read, each step by its own clock")
  func rows() {
    #expect(
      Self.lines(
        (.reading, 0, 50, .zero), (.writing, 0, 1_000_000, .seconds(10)),
        (.writing, 250_000, 1_000_000, .seconds(20)),
        (.packing, 0, 1_000_000, .seconds(40)), (.resolving, 500, 1000, .seconds(41)),
        (.resolving, 600, 1000, .seconds(43)))
        == [
          "reading", "writing", "writing 25 % · 25 thousand rows/s · 30 s left", "packing", "resolving 50 %",
          "resolving 60 % · 50 rows/s · 8 s left",
        ])
  }

  @Test("gives long times in minutes and hours, slow and fast rates in their units")
  func units() {
    #expect(
      Self.lines((.reading, 0, 1_000_000, .zero), (.reading, 50_000, 1_000_000, .seconds(100)))[1]
        == "reading 5 % · 1 kB/s · 32 min left")
    #expect(
      Self.lines(
        (.reading, 0, 36_000_000_000, .zero), (.reading, 180_000_000, 36_000_000_000, .seconds(100)))[1]
        == "reading 0 % · 1.8 MB/s · 5.5 h left")
    #expect(
      Self.lines((.indexing, 0, 9_000_000, .zero), (.indexing, 3_000_000, 9_000_000, .seconds(2)))[1]
        == "indexing 33 % · 1.5 million rows/s · 4 s left")
  }
}
