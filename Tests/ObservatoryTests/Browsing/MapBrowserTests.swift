import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite(
  "The map in a browser", .serialized, .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct MapBrowserTests {
  @Test(
    "draws land, ties and places, and its slider moves the counts to those of the table",
    arguments: [1440, 390])
  func slider(width: Int) async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(width)
      try browser.open(site + "/")
      #expect(try browser.waits(for: "document.querySelectorAll('.canvas svg path').length > 100"))
      #expect(try browser.number("document.documentElement.scrollWidth - window.innerWidth") ?? 1 <= 0)
      let today = try browser.evaluate("document.getElementById('tied').value") as? String
      for year in [1990, 2004, 2015] {
        _ = try browser.evaluate(
          "(s => { s.value = \(year); s.dispatchEvent(new Event('input', {bubbles: true})); })(document.getElementById('slider'))"
        )
        #expect(try browser.evaluate("document.getElementById('year').value") as? String == "\(year)")
        let row =
          "[...document.querySelectorAll('#bytime tbody tr')].find(r => r.cells[0].textContent == '\(year)')"
        let all = try browser.evaluate("\(row).cells[5].textContent") as? String
        #expect(try browser.evaluate("document.getElementById('tied').value") as? String == all)
        #expect(all != today)
        let cities = try browser.evaluate("\(row).cells[3].textContent") as? String
        #expect(
          try browser.evaluate("document.querySelector('[data-level=cities]').value") as? String == cities)
      }
      #expect(try browser.console() == [])
    }
  }

  @Test("shows a level or a kind by itself")
  func layers() async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/")
      #expect(try browser.waits(for: "document.querySelectorAll('.canvas svg path').length > 100"))
      for level in ["regions", "cities", "institutions"] {
        _ = try browser.evaluate("document.querySelector('[value=\(level)]').click()")
      }
      let states = try browser.evaluate("document.querySelector('[data-level=states]').value") as? String
      #expect(try browser.evaluate("document.getElementById('tied').value") as? String == states)
    }
  }

  @Test("is three steps from Table 8 of the survey")
  func table8() async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/")
      let click = { (text: String) in
        _ = try browser.evaluate(
          "[...document.querySelectorAll('a')].find(a => a.textContent.includes('\(text)')).click()")
      }
      // Step 1: the study; step 2: its table.
      try click("Partnerships of regions in six")
      #expect(try browser.waits(for: "location.pathname == '/study/eu-china-regions'"))
      try click("Partnerships established 2014–2017")
      #expect(try browser.waits(for: "location.pathname.endsWith('/table/starts-2014-2017')"))
      #expect(try browser.waits(for: "document.querySelector('h1')?.textContent.includes('2014–2017')"))
      #expect(
        try browser.evaluate("document.querySelector('main').innerText.includes('Table 8')") as? Bool == true)
      #expect(try browser.console() == [])
    }
  }
}
