import Testing
import Workbench

/// RFC 3339, sections 5.6 and 5.8.
@Suite("A moment")
struct MomentTests {
  @Test(
    "is read in any zone and written in UTC with milliseconds",
    arguments: [
      ("1985-04-12T23:20:50.520Z", "1985-04-12T23:20:50.520Z"),
      ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z"),
      ("1937-01-01T12:00:27.870+00:20", "1937-01-01T11:40:27.870Z"),
      ("2026-01-31", "2026-01-31T23:59:59.999Z"),
    ])
  func reading(_ text: String, _ written: String) {
    #expect(Moment(text)?.text == written)
  }

  @Test(
    "is nothing else",
    arguments: [
      "banana", "01/02/2020", "2020-13-01", "2026-02-30", "2026-02-30T12:00:00Z", "2020", "", "12:00:00Z",
    ])
  func refusal(_ text: String) {
    #expect(Moment(text) == nil)
  }

  @Test("now is later than the text before it, and has the log's form")
  func now() {
    #expect(Moment.now().wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
  }
}
