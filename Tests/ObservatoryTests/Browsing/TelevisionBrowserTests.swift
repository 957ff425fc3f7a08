import Archive
import Foundation
import Interchange
import TestSupport
import Testing
import Workbench

@testable import Observatory

/// Transcripts of a news programme in Chinese, a file a day (`../shared/data/cctv_xinwen_lianbo`): every fourth of them.
private enum Programmes {
  static let folder = Project.root + "/../shared/data/cctv_xinwen_lianbo/news"
  static let isThere = FileManager.default.fileExists(atPath: folder)

  static func all() throws -> [(name: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.enumerated().filter { $0.offset.isMultiple(of: 4) }.map {
      ($0.element, try String(contentsOfFile: folder + "/" + $0.element, encoding: .utf8))
    }
  }
}

@Suite(
  "State television in a browser", .serialized,
  .enabled(if: Browser.driver != nil, "chromedriver is not installed"),
  .enabled(if: Programmes.isThere, "the programmes lie in ../shared/data/cctv_xinwen_lianbo"))
struct TelevisionBrowserTests {
  @Test("a term's career over the state-television corpus, in Chinese")
  func career() async throws {
    let programmes = try Programmes.all()
    let folder = try ScratchFolder()
    for (name, text) in programmes { try folder.write(text, to: "news/" + name) }
    let archive = try Bundled.copy()
    _ = try CorpusImport(corpus: "cctv", columns: DocumentColumns(id: [], text: "text")).run(
      [folder.path + "/news"], into: archive, at: SampleTexts.at)
    /// What a plain search of the characters finds.
    @Sendable func times(_ term: String, _ year: String = "") -> Int {
      programmes.filter { $0.name.hasPrefix(year) }.reduce(0) { $0 + $1.text.ranges(of: term).count }
    }

    try await LiveSite.browse(Visit.site(archive)) { browser, site in
      func click(_ link: String) throws {
        let found = "[...document.querySelectorAll('main a')].find(a => a.textContent == '\(link)')"
        #expect(try browser.waits(for: found), "\(link)")
        _ = try browser.evaluate("(\(found).click(), true)")
      }
      func cells(_ row: String) throws -> [String] {
        let found =
          "[...document.querySelectorAll('#answer tbody tr')].find(r => r.cells[0].textContent == '\(row)')"
        #expect(try browser.waits(for: found), "\(row)")
        return try browser.evaluate("[...\(found).cells].map(c => c.textContent)") as? [String] ?? []
      }

      try browser.resize(1440)
      try browser.open(site + "/corpora")
      try click("cctv")
      try click("Career of a term")
      #expect(try browser.waits(for: "document.getElementById('term')"))
      _ = try browser.evaluate("document.getElementById('term').focus()")
      try browser.type("伙伴关系\u{E007}")
      // The page asks again until the programmes are read.
      for year in ["2022", "2023"] {
        #expect(try cells(year)[3] == String(times("伙伴关系", year)).withGroupedDigits)
      }
      for before in ["战略", "全面战略"] {
        let row = try cells(before)
        #expect(row[1] == String(times(before + "伙伴关系")).withGroupedDigits)
        let first = try #require(programmes.first { $0.text.contains(before + "伙伴关系") }).name
        #expect(row[2].filter(\.isNumber) == first.filter(\.isNumber), "\(before)")
      }
      #expect(
        try browser.waits(
          for: "document.querySelectorAll('.chart svg .mark-line.role-mark path').length >= 3"))
      let legend = "[...document.querySelectorAll('.chart svg text')].map(t => t.textContent)"
      #expect((try browser.evaluate(legend) as? [String] ?? []).contains("全面战略"))
      try BrowserTests.look(browser, site, "the career of 伙伴关系")
      // Each first time leads to its document.
      let link =
        "[...document.querySelectorAll('#answer tbody tr')].find(r => r.cells[0].textContent == '战略').querySelector('a')"
      _ = try browser.evaluate("(\(link).click(), true)")
      #expect(try browser.waits(for: "document.querySelector('.text')?.innerText.includes('战略伙伴关系')"))
      #expect(
        try browser.evaluate("document.querySelector('.text').scrollWidth <= window.innerWidth") as? Bool
          == true)
    }
  }
}
