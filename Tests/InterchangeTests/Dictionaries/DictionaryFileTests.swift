import Discourse
import Interchange
import Testing

/// The same small dictionary in each format, as the programs that write them do.
@Suite("Dictionaries")
struct DictionaryFileTests {
  private func read(_ text: String, _ name: String) throws -> [String] {
    try DictionaryFile.read(Array(text.utf8), name: name).dictionary.entries.map { entry in
      entry.category.joined(separator: "/") + ": " + entry.pattern + (entry.language.map { " (\($0))" } ?? "")
    }
  }

  private func fault(_ text: String, _ name: String) -> String? {
    do throws(FormatError) {
      _ = try DictionaryFile.read(Array(text.utf8), name: name)
      return nil
    } catch { return "\(error.file):\(error.line): \(error.message)" }
  }

  @Test("of LIWC have numbered categories, one in another by tabs, and phrases")
  func liwc() throws {
    let text = """
      %
      1\teconomy
      \t12\ttrade (Trade)
      2  culture
      %
      market*\t1
      free trade   12 1
      export\t12
      art*\t02
      2020\t2
      """
    #expect(
      try read(text, "a.dic") == [
        "economy: market*", "economy/trade (Trade): free trade", "economy: free trade",
        "economy/trade (Trade): export", "culture: art*", "culture: 2020",
      ])
  }

  @Test("of LIWC 2007 are read without their conditions, and say so")
  func conditions() throws {
    let text = "%\n1\ta\n%\nlike (02 134)\t1\nkind <of>131 1\r\nword\t1\n"
    let file = try DictionaryFile.read(Array(text.utf8), name: "a.dic")
    #expect(file.dictionary.entries.map(\.pattern) == ["like", "word"])
    #expect(file.notes.count == 2 && file.notes[1].hasPrefix("a.dic:5: 'kind <of>131 1' is left out"))
  }

  @Test("of LIWC 2015 have smileys, which are left out and told")
  func smileys() throws {
    let text = "%\n1\tposemo\n%\n:)\t1\nnice\t1\n"
    let file = try DictionaryFile.read(Array(text.utf8), name: "a.dic")
    #expect(file.dictionary.entries.map(\.pattern) == ["nice"])
    #expect(file.notes == ["a.dic:4: ':)' is left out: it has no letter."])
  }

  @Test("of Yoshikoder are nodes in one another, the outermost being the dictionary")
  func yoshikoder() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <dictionary style="050805" patternengine="substring">
        <cnode name="New dictionary" desc="">
          <cnode name="Economy" desc=""><pnode name="market*"/>
            <cnode name="Trade &amp; aid"><pnode name="free trade"></pnode></cnode>
          </cnode>
          <cnode name="文化"><pnode name="艺术"/></cnode>
        </cnode>
      </dictionary>
      """
    #expect(
      try read(text, "a.ykd") == ["Economy: market*", "Economy/Trade & aid: free trade", "文化: 艺术"])
  }

  @Test("in YAML are nested by name, with patterns of their own under __, and languages")
  func yaml() throws {
    let text = """
      economy:
        trade: [free trade, "export*"]
        __:
          - market
      culture:
        - {pattern: arte, language: it}
        - "*kunst"
      """
    #expect(
      try read(text, "a.yml") == [
        "economy/trade: free trade", "economy/trade: export*", "economy: market", "culture: arte (it)",
        "culture: *kunst",
      ])
  }

  @Test("in a table have a row a pattern, in any dialect")
  func delimited() throws {
    #expect(
      try read("language;category;pattern\n;economy/trade;\"free trade\"\nit;culture;arte\n", "a.csv") == [
        "economy/trade: free trade", "culture: arte (it)",
      ])
  }

  @Test("of another encoding are read in it")
  func encodings() throws {
    let bytes: [UInt8] =
      Array("%\n1\ta\n%\ncaf".utf8) + [0xE9] + Array(" cr\u{65}me br\u{75}l".utf8) + [0xE9]
      + Array("e\t1\n".utf8)
    let file = try DictionaryFile.read(bytes, name: "a.dic")
    #expect(file.dictionary.entries.map(\.pattern) == ["café creme brulée"])
  }

  @Test(
    "that cannot be read say where and why",
    arguments: [
      ("a.txt", "x", "a.txt:1: the ending 'txt' is of no dictionary"),
      ("a.dic", "word 1\n", "a.dic:1: it has no list of categories"),
      ("a.dic", "%\n1 a\n1 b\n%\n", "a.dic:3: the category 1 comes twice"),
      ("a.dic", "%\none a\n%\n", "a.dic:2: expected a category's number and name, found 'one a'"),
      ("a.dic", "%\n1 a\n%\nx 1\nword 7\n", "a.dic:5: 'word' is of the category 7"),
      ("a.dic", "%\n1 a\n%\nword\n", "a.dic:4: 'word' has no category's number"),
      ("a.dic", "%\n1 a\n%\n", "a.dic:1: there is no pattern in it"),
      ("a.ykd", "<html/>", "a.ykd:1: it is no dictionary of Yoshikoder"),
      (
        "a.ykd", "<!DOCTYPE d [<!ENTITY a \"b\">]>\n<dictionary/>",
        "a.ykd:1: it has a document type declaration"
      ),
      ("a.ykd", "<dictionary>\n<pnode name=\"x\"/></dictionary>", "a.ykd:2: 'x' is in no category"),
      ("a.ykd", "<dictionary>\n<cnode>", "a.ykd:2: a <cnode> has no name"),
      (
        "a.ykd", "<dictionary>\n<cnode name=\"a\">\n<pnode name=\"—\"/>",
        "a.ykd:3: the pattern '—' has no letter"
      ),
      ("a.yml", "- a\n", "a.yml:1: expected categories by name"),
      ("a.yml", "a:\n - b\n - \"…\"\n", "a.yml:3: the pattern '…' has no letter"),
      ("a.dic", "%\n1 a\n%\n\u{1B}[31mword\n", "a.dic:4: '\\u{1B}[31mword' has no category's number"),
      ("a.yml", "\"\": [a]\n", "a.yml:1: a category needs a name"),
      ("a.yml", "a:\n - {pattern: b, tongue: it}\n", "a.yml:2: unknown key 'tongue' in a pattern"),
      ("a.csv", "theme,pattern\na,b\n", "a.csv:1: it has no column 'category'"),
      ("a.csv", "category,pattern\na,b\n,c\n", "a.csv:3: 'category' is empty"),
      ("a.csv", "category,pattern\na\n", "a.csv:2: 1 field, but the header has 2"),
    ])
  func faults(name: String, text: String, message: String) {
    #expect(fault(text, name)?.hasPrefix(message) == true, "\(fault(text, name) ?? "no error")")
  }
}
