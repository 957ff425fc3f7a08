import Discourse
import Testing

struct OffsetTests {
  /// Text, and the code points that a piece of it begins and ends at, counted by Python's `len`, which counts code points.
  static let counted: [(text: String, piece: String, start: Int, end: Int)] = [
    ("plain text", "text", 6, 10),
    ("战略伙伴关系", "伙伴", 2, 4),
    ("a😀b", "b", 2, 3),
    ("中😀国𠮷e\u{301}x", "x", 6, 7),
    ("👨‍👩‍👧 family", "family", 6, 12),
    ("one\r\ntwo", "two", 5, 8),
    ("é", "\u{301}", 1, 2),
  ]
  @Test(arguments: counted) func `passages are counted in code points`(
    _ text: String, _ piece: String, _ start: Int, _ end: Int
  ) throws {
    let text = text == "é" ? "e\u{301}" : text
    let passage = try #require(Passage(start: start, end: end))
    let found = try #require(passage.text(in: text))
    #expect(Array(found.unicodeScalars) == Array(piece.unicodeScalars))
  }

  @Test func `a passage beyond the text is none, the end of the text is`() {
    #expect(Passage(start: 0, end: 4)?.text(in: "a😀b") == nil)
    #expect(Passage(start: 4, end: 4)?.text(in: "a😀b") == nil)
    #expect(Passage(start: 3, end: 3)?.text(in: "a😀b") == "")
    #expect(Passage(start: 2, end: 1) == nil)
    #expect(Passage(start: -1, end: 1) == nil)
  }

  @Test func `offsets go there and back as the text's own views count them`() throws {
    let piece = "中a😀国𠮷e\u{301}\r\n👨‍👩‍👧é\u{FEFF}"
    for text in ["", "a", piece, String(repeating: piece, count: 60)] {
      let offsets = TextOffsets(text)
      let scalars = text.unicodeScalars
      #expect(offsets.count == scalars.count)
      for (point, index) in (Array(scalars.indices) + [text.endIndex]).enumerated() {
        let byte = text.utf8.distance(from: text.utf8.startIndex, to: index)
        let unit = text.utf16.distance(from: text.utf16.startIndex, to: index)
        #expect(offsets.byte(ofCodePoint: point) == byte)
        #expect(offsets.unit(ofCodePoint: point) == unit)
        #expect(offsets.codePoint(ofByte: byte) == point)
        #expect(offsets.codePoint(ofUnit: unit) == point)
      }
      #expect(offsets.byte(ofCodePoint: offsets.count + 1) == nil)
      #expect(offsets.codePoint(ofByte: text.utf8.count + 1) == nil)
      #expect(offsets.codePoint(ofUnit: text.utf16.count + 1) == nil)
    }
  }

  @Test func `there is no place inside a character`() {
    let offsets = TextOffsets("a😀b")
    #expect([0, 1, 2, 3, 4, 5, 6].map { offsets.codePoint(ofByte: $0) } == [0, 1, nil, nil, nil, 2, 3])
    #expect([0, 1, 2, 3, 4].map { offsets.codePoint(ofUnit: $0) } == [0, 1, nil, 2, 3])
    #expect(offsets.codePoint(ofUnit: -1) == nil)
    #expect(offsets.byte(ofCodePoint: -1) == nil)
  }
}
