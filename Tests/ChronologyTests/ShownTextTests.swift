import Chronology
import Testing

@Suite("A text in a message")
struct ShownTextTests {
  @Test("escapes just what Unicode calls a control, or a separator of lines or paragraphs")
  func categories() {
    for value in (0...0x10FFFF).lazy.compactMap({ Unicode.Scalar($0 as UInt32) }) {
      let text = String(value)
      let isEscaped: Bool =
        switch value.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      if (text.shown() != text) != isEscaped { Issue.record("U+\(String(value.value, radix: 16))") }
    }
  }

  @Test("is cut where it is longer than it may be, and not before")
  func length() {
    #expect("Łódź – 成都".shown(atMost: 9) == "Łódź – 成都")
    #expect("Łódź – 成都!".shown(atMost: 9) == "Łódź – 成都…")
    #expect("a\nb".shown() == "a\\nb")
    #expect("".shown(atMost: 0) == "")
  }
}
