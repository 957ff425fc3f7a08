import Chronology
import Testing

/// An example of the specification: its text, level, first and last day ("" for none), and which
/// of "?" uncertain, "~" approximate and "X" unspecified it is.
struct Example: Sendable, CustomTestStringConvertible {
  let text: String
  let level: Int
  let earliest: String
  let latest: String
  let traits: String

  init(_ text: String, _ level: Int, _ earliest: String, _ latest: String, _ traits: String = "") {
    self.text = text
    self.level = level
    self.earliest = earliest
    self.latest = latest
    self.traits = traits
  }

  var testDescription: String { text }
}

@Suite("The examples of the Library of Congress specification") struct SpecificationTests {
  @Test("are read as the specification explains them", arguments: Example.all)
  func isRead(_ example: Example) throws {
    let date = try EDTF(example.text)
    #expect(date.range.earliest?.description ?? "" == example.earliest)
    #expect(date.range.latest?.description ?? "" == example.latest)
    #expect(date.level == example.level)
    #expect(date.isUncertain == example.traits.contains("?"))
    #expect(date.isApproximate == example.traits.contains("~"))
    #expect(date.hasUnspecified == example.traits.contains("X"))
  }

  @Test("are printed as they are written", arguments: Example.all)
  func isPrintedBack(_ example: Example) throws {
    let date = try EDTF(example.text)
    #expect(date.description == example.text)
    #expect(date.text == example.text)
    #expect(date == (try EDTF(example.text)))
  }

  @Test("have the form that their punctuation says", arguments: Example.all)
  func hasForm(_ example: Example) throws {
    let date = try EDTF(example.text)
    #expect(date.isInterval == example.text.contains("/"))
    #expect(date.isOneOf == example.text.hasPrefix("["))
    #expect(date.isAllOf == example.text.hasPrefix("{"))
    #expect(date.members.isEmpty == !(date.isOneOf || date.isAllOf))
  }
}
