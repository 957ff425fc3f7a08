import Foundation
import TestSupport
import Testing

@Suite("Hostile documents") struct HostileDocumentTests {
  private static let load = ["import", "--name", "c", "--id", "id"]

  /// Imports a file that shell commands make, which must end in an error that says something, and leave the archive as it was.
  private func refuses(_ script: String, _ file: String, says: String, _ options: [String] = []) throws {
    let place = try CorpusFolder()
    #expect(try Shell.run(script, in: place.folder).code == 0)
    let run = try place.run(Self.load + [file] + options)
    #expect(run.code == 3 && run.errors.contains(says), "\(run.errors)")
    #expect(run.errors.hasPrefix("entente: \(file)") || run.errors.contains("  \(file):"), "\(run.errors)")
    #expect(try place.ask("SELECT count(*) FROM corpus") == ["0"])
    #expect(try place.check().code == 0)
  }

  @Test("that unpack to far more than they are end in an error, soon and in little memory")
  func bombs() throws {
    let zeros = "python3 -c \"import sys; [sys.stdout.write('0' * (1 << 20)) for _ in range(400)]\""
    try refuses(
      "(printf 'id,text\\n1,'; \(zeros)) | gzip -9 > bomb.csv.gz", "bomb.csv.gz", says: "200 times its size")
    let lines = "python3 -c \"import sys; [sys.stdout.write('\\n' * (1 << 20)) for _ in range(400)]\""
    try refuses(
      "(printf 'id,text\\n'; \(lines)) | gzip -9 > lines.gz", "lines.gz", says: "200 times its size")
    try refuses("printf 'id,text\\n1,x\\n' | gzip | head -c 20 > cut.gz", "cut.gz", says: "breaks off")
    try refuses("printf '\\037\\213\\010xxxxxxxxxxxxxxxxxxxxx' > bad.gz", "bad.gz", says: "damaged")
    try refuses("printf 'x' > x && python3 -m zipfile -c x.zip x", "x.zip", says: "x.zip")
  }

  @Test("of 100 MB are refused, in a table, in JSON and in a folder")
  func large() throws {
    let letters = "head -c 104857600 /dev/zero | tr '\\0' a"
    try refuses("(printf 'id,text\\n1,'; \(letters); echo) > big.csv", "big.csv", says: "longer than 16 MiB")
    try refuses(
      "(printf '{\"id\":1,\"text\":\"'; \(letters); printf '\"}') > big.json", "big.json",
      says: "longer than 64 MiB")
    try refuses(
      "(printf '{\"id\":1,\"text\":\"'; head -c 20971520 /dev/zero | tr '\\0' a; printf '\"}') > mid.json",
      "mid.json", says: "16 MiB at most")
    try refuses("\(letters) > big.txt", "big.txt", says: "longer than 16 MiB")
  }

  @Test("with U+0000, or with bytes that are no text, are refused with the line")
  func bytes() throws {
    try refuses("printf '{\"id\":1,\"text\":\"a\\\\u0000b\"}\\n' > nul.jsonl", "nul.jsonl", says: "U+0000")
    try refuses(
      "printf '{\"id\":1,\"text\":\"a\",\"by\":[\"b\\\\u0000\"]}\\n' > by.jsonl", "by.jsonl", says: "U+0000",
      ["--authors", "by"])
    try refuses("printf 'id,text\\n1,a\\0b\\n' > nul.csv", "nul.csv", says: "U+0000")
    try refuses(
      "printf 'id,text\\n1,citt\\303\\240 perch\\303\\251 pi\\303\\271\\n2,\\303\\303x\\n' > odd.csv",
      "odd.csv", says: "odd.csv:3")
    try refuses("printf '{\"id\":1,\"text\":\"\\377\"}\\n' > odd.json", "odd.json", says: "not UTF-8")
  }

  @Test("with faults in many rows are told all together, up to a number, and nothing comes in")
  func faults() throws {
    let place = try CorpusFolder([
      "f.csv": "id,date,text\n1,2017,x\n2,3/4/2017,x\n,2017,x\n4,2017\n"
        + (5...60).map { "\($0),never,x\n" }.joined()
    ])
    let run = try place.load("f.csv", "--id", "id", "--date", "date")
    #expect(run.code == 3)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines[0] == "entente: 24 cells and 1 row cannot be read; nothing was imported:")
    #expect(
      lines[1].hasPrefix("  f.csv:3: column 'date': found '3/4/2017', expected a date such as 2017-03-04"))
    #expect(lines[2] == "  f.csv:4: column 'id': found '', expected what tells the document from others")
    #expect(lines[3] == "  f.csv:5: found '2 fields', expected 3, as the header has")
    #expect(try lines.count == 26 && place.ask("SELECT count(*) FROM document") == ["0"])
  }

  @Test("with markup, formulas, terminal codes and marks that turn the direction are shown as text")
  func display() throws {
    let place = try CorpusFolder([
      "x.jsonl":
        #"{"id": "=cmd|x", "title": "\u001b[31mred\u202Egnirts", "text": "find <script>alert(1)</script> \u2067 me שלום \u001b]0;x"}"#
        + "\n"
    ])
    #expect(try place.load("x.jsonl", "--id", "id", "--title", "title").code == 0)
    for format in ["markdown", "html", "csv"] {
      let shown = try place.run("search", "c", "find", "--format", format).output
      for mark in ["\u{1B}", "\u{202E}", "\u{2067}"] { #expect(!shown.contains(mark), "\(format)") }
      #expect(shown.contains("שלום"))
      if format == "html" { #expect(!shown.contains("<script>")) }
      if format == "csv" { #expect(shown.contains("'=cmd")) }
    }
    // Programs get the text as it is, escaped as JSON.
    let json = try place.run("search", "c", "find", "--json")
    let answer = try #require(try json.json() as? [String: Any])
    #expect(!json.output.contains("\u{1B}") && answer["found"] as? Int == 1)
    #expect(try place.ask("SELECT count(*) FROM document WHERE instr(text, char(8295)) > 0") == ["1"])
  }
}
