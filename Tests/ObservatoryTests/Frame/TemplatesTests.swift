import Testing

@testable import Observatory

@Suite("Templates")
struct TemplatesTests {
  private static let all = (Section.all + [.edit, .code]).map(\.templates).reduce(Frame.templates) {
    $0.merging($1) { first, _ in first }
  }

  @Test("show nothing unescaped but the markup of fragments, which is escaped as it is made")
  func unescaped() {
    for (name, text) in Self.all {
      for shown in text.matches(of: /\{\{(?:\{|&)\s*([^}\s]*)/) {
        #expect(shown.1.hasSuffix(".markup"), "\(name)")
      }
    }
  }

  @Test("escape every text that goes into a fragment")
  func fragment() {
    var fragment = Fragment()
    fragment.add("<b>")
    fragment.add(text: "<script>\"&' {{page.title}}")
    fragment.add("</b>")
    #expect(fragment.markup == "<b>&lt;script&gt;&quot;&amp;&#39; {{page.title}}</b>")
  }
}

@Suite("Numbers on pages")
struct GroupedDigitsTests {
  @Test(
    "have their digits in threes from five on",
    arguments: [
      ("1234", "1234"), ("12345", "12_345"), ("123456", "123_456"),
      ("1234567–1300000", "1_234_567–1_300_000"),
      ("", ""), ("10000 of 999", "10_000 of 999"), ("a1000000b", "a1_000_000b"), ("١٢٣٤٥", "١٢٣٤٥"),
    ])
  func groups(_ plain: String, _ grouped: String) {
    #expect(plain.withGroupedDigits == grouped.replacing("_", with: "\u{202F}"))
  }
}
