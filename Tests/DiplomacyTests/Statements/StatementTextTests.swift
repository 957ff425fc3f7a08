import Chronology
import Diplomacy
import Foundation
import Testing

@Suite("The log's text of a statement") struct StatementTextTests {
  static let hostile = [
    "", " ", "\"", "\\", "\\\"", "\\u0041", "a\"b\\c/d", "\u{0}",
    "\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}\u{85}",
    "\u{2028}\u{2029}", "👩‍👩‍👧‍👦🇨🇳", "\u{1F600}", "\u{202E}elddim\u{202C}", "العربية", "עברית", "四川省", "e\u{301}",
    "é",
    "{\"value\":[\"x\"]}", "[", "null", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}",
    "'; DROP TABLE statement; --",
  ]

  @Test("reads back as the same statement, whatever it holds", arguments: hostile)
  func roundTrip(_ text: String) throws {
    let says: [Property: [Claim]] = [
      p("actor.name"): [Claim([.text(text)]), Claim([.text(text), .text("other")], side: text)],
      p("actor.within"): [Claim([.reference(text)], role: .host, during: try EDTF("2019/2020"))],
    ]
    let encoded = StatementText.encode(says)
    let decoded = try StatementText.decode(encoded, kind: .actor)
    #expect(decoded == says)
    #expect(StatementText.encode(decoded) == encoded)
    let name = decoded[p("actor.name")]?[0].alternatives[0].description
    #expect(name.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test("is JSON that another reader understands", arguments: hostile)
  func foreignReader(_ text: String) throws {
    let encoded = StatementText.encode([p("actor.alias"): [Claim([.text(text)])]])
    let object = try JSONDecoder().decode([String: [String]].self, from: Data(encoded.utf8))
    #expect(object["alias"]?.first.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("is canonical: names sorted, no spaces, plain strings where there is no qualifier")
  func canonical() throws {
    let says: [Property: [Claim]] = [
      p("partnership.party"): [
        Claim([.reference("cn-sichuan")], side: "cn"), Claim([.reference("fr-a"), .reference("fr-b")]),
      ],
      p("partnership.established"): [Claim([.date(try EDTF("1994"))])],
      p("partnership.active"): [Claim([.boolean(true)], during: try EDTF("2019-06"))],
    ]
    #expect(
      StatementText.encode(says)
        == #"{"active":[{"during":"2019-06","value":"yes"}],"established":["1994"],"#
        + #""party":[{"side":"cn","value":"cn-sichuan"},{"value":["fr-a","fr-b"]}]}"#)
  }

  @Test("of every property and qualifier reads back")
  func allProperties() throws {
    for property in Property.all {
      let text =
        switch property.type {
        case .term(let words): words[words.count - 1]
        case .date: "[1982..1989]"
        case .amount: "~9..12"
        case .boolean: "no"
        case .text, .reference, .source: "x-y"
        }
      let claim = Claim([try Atom(text, for: property)], side: "cn", role: .witness, during: try EDTF("201X"))
      let decoded = try StatementText.decode(StatementText.encode([property: [claim]]), kind: property.kind)
      #expect(decoded == [property: [claim]])
    }
  }

  @Test(
    "that does not fit the vocabulary is refused",
    arguments: [
      "", "{", "[]", "null", #"{"nonsense":["x"]}"#, #"{"kind":["nonsense"]}"#, #"{"founded":["2020-13"]}"#,
      #"{"name":[1]}"#, #"{"name":"x"}"#, #"{"name":[{"value":[]}]}"#, #"{"name":[{"side":"cn"}]}"#,
      #"{"name":[{"value":"x","role":"nonsense"}]}"#, #"{"name":[{"value":"x","during":"2020-13"}]}"#,
    ])
  func refused(_ text: String) {
    #expect(throws: StatementTextError.self) { try StatementText.decode(text, kind: .actor) }
  }

  @Test("names the value that does not fit, and what would")
  func explained() throws {
    let error = #expect(throws: StatementTextError.self) {
      try StatementText.decode(#"{"quantity":["x12000"]}"#, kind: .flow)
    }
    guard case .malformed(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("quantity 'x12000': expected an amount"))
  }
}
