import Foundation
import TestSupport
import Testing

@Suite("entente corpus") struct CorpusCommandTests {
  private static let news = """
    id,head,day,paper,body,section
    1,Città gemella,2017-03-04,Corriere,"La città di Łódź e Chengdu: un ""partenariato"" strategico",esteri
    2,战略伙伴,2017年3月5日,人民日报,中国与欧盟建立全面战略伙伴关系,
    3,Trade war,"March 6, 2017",NYT,The trade war and the strategic partners of the trade,world

    """
  private static let options = [
    "--id", "id", "--text", "body", "--title", "head", "--date", "day", "--outlet", "paper",
  ]

  private func news() throws -> CorpusFolder {
    let place = try CorpusFolder(["news.csv": Self.news])
    let run = try place.run(["import", "news.csv", "--name", "news"] + Self.options)
    #expect(run.output == "news: 3 documents came in.\n" && run.errors.isEmpty)
    return place
  }

  @Test("imports a table, with the columns that are not named kept as they are")
  func table() throws {
    let place = try news()
    #expect(
      try place.ask("SELECT id, date, outlet, extra FROM document")
        == [
          #"1,2017-03-04,Corriere,"{""section"":""esteri""}""#, "2,2017-03-05,人民日报,",
          #"3,2017-03-06,NYT,"{""section"":""world""}""#,
        ])
    let list = try #require(try place.run("list", "--json").json() as? [[String: Any]])
    #expect(list.count == 1 && list[0]["name"] as? String == "news" && list[0]["documents"] as? Int == 3)
    #expect(list[0]["from"] as? String == "2017-03-04" && list[0]["duplicates"] is NSNull)
    #expect(try place.check().code == 0)
  }

  @Test("says that the same file changes nothing, and refuses a changed text unless it is told to take it")
  func again() throws {
    let place = try news()
    let load = ["import", "news.csv", "--name", "news"] + Self.options
    #expect(try place.run(load).output == "news: nothing changed: 3 documents are in already.\n")
    try place.folder.write(
      Self.news.replacing("trade.", with: "").replacing("of the trade", with: "of peace"), to: "news.csv")
    let refused = try place.run(load)
    #expect(refused.code == 3)
    #expect(
      refused.errors
        == "entente: news.csv:4: the document '3' is in with another text. Nothing was imported. Give --replace to put this one in its place, or another identifier.\n"
    )
    #expect(
      try place.run(load + ["--replace"]).output
        == "news: 0 documents came in; 1 took the place of others; 2 were in already.\n")
    #expect(try place.run("search", "news", "peace").code == 0)
  }

  @Test("searches in three languages, and ends with 1 where nothing is found")
  func search() throws {
    let place = try news()
    for (query, id) in [("CITTA lodz", "1"), ("战略伙伴", "2"), ("\"trade war\" NOT città", "3")] {
      let run = try place.run("search", "news", query, "--json")
      let answer = try #require(try run.json() as? [String: Any])
      #expect(answer["found"] as? Int == 1 && answer["more"] as? Bool == false)
      #expect(
        (answer["documents"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == [id], "\(query)")
    }
    #expect(try place.run("search", "news", "strategic*", "--outlet", "nyt").lines[2].hasPrefix("| 3 "))
    #expect(try place.run("search", "news", "strategic*", "--to", "2017-03-04").lines[2].hasPrefix("| 1 "))
    let none = try place.run("search", "news", "nowhere")
    #expect(none.code == 1 && none.output.hasSuffix("- 0 documents.\n"))
    #expect(
      try place.run("search", "news", "…").code == 2
        && place.run("search", "news", "a", "--from", "x").code == 2)
    let missing = try place.run("search", "other", "a")
    #expect(missing.code == 3 && missing.errors == "entente: there is no corpus 'other'. There are: news\n")
  }

  @Test("shows two documents word by word")
  func difference() throws {
    let place = try CorpusFolder([
      "t.csv": "id,text\na,the old trade partner of Italy\nb,the strategic partner of Italy\n"
    ])
    #expect(try place.load("t.csv", "--id", "id").code == 0)
    let told = try place.run("diff", "c", "a", "b").lines
    #expect(told.last == "the [-old trade-] {+strategic+} partner of Italy")
    let json = try #require(try place.run("diff", "c", "a", "b", "--json").json() as? [String: Any])
    #expect(json["shared"] as? Int == 4 && json["only_a"] as? Int == 2 && json["only_b"] as? Int == 1)
    #expect((json["parts"] as? [[String: String]])?.map { $0["in"] } == ["both", "a", "b", "both"])
    #expect(try place.run("diff", "c", "a", "x").errors.contains("has no document 'x'"))
  }

  @Test("reads JSON Lines, a folder and packed files, and leaves texts outside where that is asked for")
  func formats() throws {
    let place = try CorpusFolder([
      "a.jsonl": "{\"id\": 1, \"b\": {\"t\": \"one\"}, \"k\": [1]}\n{\"id\": 2, \"b\": {\"t\": \"two\"}}\n",
      "f/x/2017-03-04.html": "<title>T</title><script>evil()</script><p>città</p>", "f/b.txt": "plain",
      "f/c.pdf": "no",
      "p.tsv": "date\tseq\ttitle\n2020-11-24\t0\t嫦娥系列\n2020-11-24\t1\t写信道歉\n",
    ])
    #expect(try Shell.run("gzip p.tsv && cat p.tsv.gz p.tsv.gz > twice.gz", in: place.folder).code == 0)
    #expect(try place.run("import", "a.jsonl", "--name", "j", "--id", "id", "--text", "b.t").code == 0)
    let folder = try place.run("import", "f", "--name", "f", "--language", "it")
    #expect(
      folder.output
        == "  note: 1 file of f is left out, by the ending of the name.\nf: 2 documents came in.\n")
    #expect(
      try place.run(
        "import", "p.tsv.gz", "--name", "p", "--id", "date+seq", "--text", "title", "--date", "date",
        "--stand-off"
      ).code == 0)
    #expect(
      try place.ask(
        "SELECT c.name, d.id, d.title, d.date, d.language, d.length, d.text FROM document d JOIN corpus c ON c.id = d.corpus ORDER BY 1, 2"
      )
        == [
          "f,b.txt,b,,it,5,plain", "f,x/2017-03-04.html,T,2017-03-04,it,5,città", "j,1,,,,3,one",
          "j,2,,,,3,two",
          "p,2020-11-24+0,,2020-11-24,,4,", "p,2020-11-24+1,,2020-11-24,,4,",
        ])
    #expect(try place.run("search", "p", "嫦娥").code == 1)
    let words = try place.run("kwic", "p", "嫦娥")
    #expect(
      words.code == 1
        && words.output.contains("Documents with their text outside the archive, which is not looked at: 2."))
    #expect(try place.run("search", "f", "evil").code == 1 && place.run("search", "f", "CITTA").code == 0)
    // Two members make one file, whose second header is a row.
    #expect(
      try place.run("import", "twice.gz", "--name", "t", "--id", "date+seq", "--text", "title").errors
        .contains("comes a second time"))
  }
}
