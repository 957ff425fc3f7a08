import Interchange
import Testing

/// To Swift, CR LF is one character and so is a quote under an accent: both once escaped the writer (found by fuzzing).
@Suite("A grid written out")
struct GridTests {
  private static func grid(_ cell: String) -> Grid { Grid(header: ["id", "text"], rows: [["1", cell]]) }

  @Test(
    "as CSV puts quotes around line breaks and quotes, whatever stands beside them",
    arguments: [
      ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), ("\"\u{301}", "\"\"\"\u{301}\""),
      (",\u{301}", "\",\u{301}\""),
    ])
  func quotes(cell: String, written: String) {
    #expect(Array(Self.grid(cell).csv.utf8) == Array("id,text\n1,\(written)\n".utf8))
  }

  @Test("as CSV keeps a byte order mark within its cell, and what comes after it from being a formula")
  func mark() throws {
    let grid = Grid(header: ["\u{FEFF}=1+1", "b"], rows: [])
    #expect(Array(grid.csv.utf8) == Array("\"\u{FEFF}=1+1\",b\n".utf8))
    #expect(
      try CSVReader(Array(grid.csv.utf8)).header.map { Array($0.utf8) } == grid.header.map { Array($0.utf8) })
  }

  @Test("as CSV defuses a formula under an accent")
  func formula() {
    #expect(Array(Self.grid("=\u{301}1+1").csv.utf8) == Array("id,text\n1,'=\u{301}1+1\n".utf8))
  }

  @Test("as CSV keeps a row of one empty cell, which would be a blank line")
  func empty() {
    #expect(Grid(header: ["id"], rows: [[""], ["1"]]).csv == "id\n\"\"\n1\n")
  }

  @Test("as Markdown keeps a row on one line and its bars apart", arguments: ["a\r\nb", "a\nb", "a\rb"])
  func lines(cell: String) {
    #expect(Self.grid(cell).markdown.hasSuffix("|\n| 1  | a b  |"))
  }

  @Test("as Markdown marks a bar under an accent")
  func bar() {
    #expect(Self.grid("|\u{301}").markdown.unicodeScalars.contains("\\"))
  }
}
