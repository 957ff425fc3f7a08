import Chronology
import Testing

/// A text that is no expression, where it goes wrong (characters before) and what is wrong.
struct Malformed: Sendable, CustomTestStringConvertible {
  let text: String
  let offset: Int
  let fault: String

  init(_ text: String, _ offset: Int, _ fault: String) {
    self.text = text
    self.offset = offset
    self.fault = fault
  }

  var testDescription: String { text }
}

@Suite("A text that is no expression") struct MalformedTests {
  @Test("is refused, with the place and the reason", arguments: Malformed.all)
  func isRefused(_ row: Malformed) {
    do throws(EDTFError) {
      let date = try EDTF(row.text)
      Issue.record("read as \(date.range)")
    } catch {
      #expect(error.fault == row.fault)
      #expect(error.place.offset == row.offset)
      #expect(error.place.text == row.text)
      #expect(!error.place.expected.isEmpty)
    }
  }

  @Test("is explained in a line")
  func isExplained() {
    #expect(
      explanation("2020-13")
        == "'2020-13' — month 13 at character 6; "
        + "expected 01–12, or a season or other part of the year 21–41")
    #expect(
      explanation("2023-02-29")
        == "'2023-02-29' — no day 2023-02-29 at character 1; "
        + "expected a day of the proleptic Gregorian calendar")
    #expect(
      explanation("1985\n")
        == "'1985\\n' — unexpected U+000A at character 5; expected the end")
    #expect(
      explanation("1985\u{1B}[2J")
        == "'1985\\u{1B}[2J' — unexpected U+001B at character 5; expected the end")
    #expect(
      explanation("1985" + String(repeating: "x", count: 200))?.hasPrefix(
        "'1985" + String(repeating: "x", count: 76) + "…' — unexpected “x” at character 5") == true)
    #expect(explanation("") == "'' — no text at character 1; expected a date")
    #expect(
      explanation("2004/2003")
        == "'2004/2003' — an end before its start at character 6; "
        + "expected an end no earlier than the start")
  }

  @Test("has an error that can be compared and taken apart")
  func isComparable() {
    let place = EDTFError.Place(text: "2020-02-32", offset: 8, expected: "01–31")
    #expect(throws: EDTFError.outOfRange(.day, found: "32", place)) { try EDTF("2020-02-32") }
  }

  private func explanation(_ text: String) -> String? {
    do throws(EDTFError) {
      _ = try EDTF(text)
      return nil
    } catch {
      return error.description
    }
  }
}
