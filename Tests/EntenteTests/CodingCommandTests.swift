import Foundation
import TestSupport
import Testing

@Suite("entente codebook, code, qda, corpus themes") struct CodingCommandTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      "id,text,date\n" + (1...12).map { "d\($0),文\($0)😀 text,20\(19 + $0 % 2)-03-0\($0 % 9 + 1)\n" }.joined(),
      to: "news.csv")
    try folder.write(
      "id,parent,name,definition\naid,,Aid,gifts\nmasks,aid,Masks,\ntrade,,Trade,sales\n", to: "book.csv")
  }

  private func run(_ line: String) throws -> Program.Run {
    try Program.run(line.split(separator: " ").map(String.init), in: folder)
  }

  private func done(_ line: String) throws -> Program.Run {
    let run = try run(line)
    #expect(run.code == 0, "\(line): \(run.errors)")
    return run
  }

  @Test("carry a corpus from assignment to shares, and to another archive and back")
  func exercise() throws {
    _ = try done("init")
    _ = try done("corpus import news.csv --name news --id id --text text --date date")
    #expect(try done("codebook import book.csv --name themes").output == "themes: version 1, 3 codes.\n")
    #expect(try done("codebook import book.csv --name themes").output.contains("nothing changed"))
    let wave =
      try done("code assign news --coders Ann,Ben,Cem --each 2 --seed 7 --json").json() as? [String: Any]
    let assignments = try #require(wave?["assignments"] as? [[String: Any]])
    #expect(assignments.count == 24 && wave?["seed"] as? Int == 7)
    #expect(try done("code assign news --coders Ann").output.contains("all documents are assigned"))

    // Everybody gives trade to odd documents; Cem gives masks to all of theirs besides.
    var rows = "document,coder,verdict,code\n"
    var both = 0
    for one in assignments {
      let (document, coder) = (one["document"] as? String ?? "", one["coder"] as? String ?? "")
      let isOdd = Int(document.dropFirst()).map { !$0.isMultiple(of: 2) } ?? false
      rows += isOdd ? "\(document),\(coder),code,Trade\n" : "\(document),\(coder),no code,\n"
      if coder == "Cem" {
        both += isOdd ? 1 : 0
        rows += "\(document),\(coder),code,Aid / Masks\n"
      }
    }
    try folder.write(rows, to: "codings.csv")
    _ = try done("code import news codings.csv")
    let listed = try #require(try done("code export news --json").json() as? [[String: Any]])
    #expect(listed.count == 24 + both)
    #expect(try done("code reliability news --code Trade --json").output.contains("\"value\": 1"))
    #expect(try done("code reliability news --wave 1").output.contains("| Trade "))
    #expect(try run("code reliability news --wave 2").code == 2)

    let contests = try done("code adjudicate news --format csv").output
    #expect(contests.split(separator: "\n").count == 9)
    try folder.write(contests.replacing(",,\n", with: ",no,seen\n"), to: "contests.csv")
    #expect(
      try done("code adjudicate news --decisions contests.csv --by Dana").output.contains("8 decisions"))

    let themes = try done("corpus themes news --json").json() as? [String: Any]
    let shares = try #require(themes?["themes"] as? [[String: Any]])
    #expect(shares.compactMap { $0["theme"] as? String } == ["Aid", "Trade"])
    let trade = try #require(shares.last?["all"] as? [String: Any])
    #expect(trade["certain"] as? Int == 6 && trade["of"] as? Int == 12)
    #expect(try done("corpus themes news").output.contains("| Trade "))

    try folder.write(
      "id,parent,name,definition\naid,,Aid,gifts\nmasks,aid,Masks,\ntrade,,Trade,all deals\n", to: "book2.csv"
    )
    _ = try done("codebook import book2.csv --name themes --note why")
    #expect(try done("codebook diff themes").output.contains("rule changed"))
    #expect(try done("code export news").output.contains("rule changed in version 2"))

    _ = try done("qda export news out.qdpx")
    _ = try done("init --archive other.entente")
    _ = try done("qda import out.qdpx --name news --codebook themes --archive other.entente")
    #expect(
      try done("code export news --whole --format csv").output
        == done("code export news --whole --format csv --archive other.entente").output)
    #expect(
      try done("corpus themes news --json").output
        == done("corpus themes news --json --archive other.entente").output)
    _ = try done("check")
    _ = try done("check --archive other.entente")
  }

  @Test("tell what is wrong, and change nothing")
  func wrong() throws {
    _ = try done("init")
    #expect(try run("codebook show themes").code == 3)
    #expect(try run("qda import news.csv --name x").code == 3)
    #expect(try run("qda import news.csv --name x").errors.contains("news.csv:"))
    #expect(try run("code export news").code == 3)
    _ = try done("corpus import news.csv --name news --id id --text text")
    #expect(try run("code export news").errors.contains("codebook import"))
    _ = try done("codebook import book.csv --name themes")
    #expect(try run("code assign news --coders Ann,Ann").code == 2)
    #expect(try run("code assign news --coders Ann --each 2").code == 2)
    #expect(try run("codebook export themes book.txt").code == 2)
    #expect(try run("codebook show themes --version 2").code == 2)
    try folder.write("document,coder,code\nd99,Ann,aid\n", to: "bad.csv")
    #expect(try run("code import news bad.csv").code == 3)
    try folder.write("document,coder,code,start,end\nd1,Ann,aid,0,99\n", to: "bad.csv")
    #expect(try run("code import news bad.csv").errors.contains("ends at 99, but its text has 8 characters"))
  }
}
