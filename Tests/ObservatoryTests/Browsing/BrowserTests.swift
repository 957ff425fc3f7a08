import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite(
  "The observatory in a browser", .serialized,
  .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct BrowserTests {
  /// The example of every page, and others of each kind: large, empty, contested.
  static let addresses =
    Section.routes.filter(\.isPage).map(\.example) + [
      "/actor/cn", "/actor/cn-chengdu", "/actor/it-emilia-romagna", "/partnership/it+cn",
      "/partnership/it-emilia-romagna+cn-guangdong", "/search?q=Atlantis",
      "/explore?rows=country&columns=chinese-province&view=heat",
      "/explore?rows=year&view=line&scope=all", "/explore?rows=then",
      "/explore?count=quantities&columns=terms&view=bars",
      "/explore?rows=country&columns=kind&view=bars&scope=all", "/events", "/events?type=recall",
      "/events?giver=Atlantis", "/query",
      "/query?sql=DELETE+FROM+actor", "/query?sql=SELECT+*+FROM+statement", "/explore/cell?scope=all",
      "/search?q=%E5%9B%9B%E5%B7%9D", "/corpora/news?by=month&count=outlet", "/corpora/news/search",
      "/corpora/news/search?q=%22%22", "/corpora/news/d4", "/corpora/news/d9", "/corpora/news/d11",
      "/corpora/news/kwic", "/corpora/news/kwic?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB&sort=left",
      "/corpora/news/career?term=%E4%BC%99%E4%BC%B4&by=month", "/corpora/news/career?term=Atlantis",
      "/corpora/news/keyness", "/corpora/news/themes?by=none",
      "/corpora/news/themes?by=outlet&compare=Courier,Herald",
    ]

  @Test(
    "stands on a desk and on a phone, and says nothing to the console; nothing is asked of another machine")
  func pages() async throws {
    try await LiveSite.browse { browser, site in
      for address in Self.addresses {
        for width in [1440, 390] {
          try browser.resize(width)
          try browser.open(site + address)
          try Self.look(browser, site, "\(address) at \(width)")
        }
      }
    }
  }

  @Test("prints a briefing on one sheet")
  func briefing() async throws {
    try await LiveSite.browse { browser, site in
      for actor in ["cn-chengdu", "pl-lodz", "it", "cn", "it-emilia-romagna"] {
        try browser.open(site + "/actor/\(actor)/briefing")
        #expect(try browser.sheets() == 1, "\(actor)")
      }
      // Unlike all that is on record.
      try browser.open(site + "/actor/cn")
      #expect(try browser.sheets() > 2)
    }
  }

  static func look(_ browser: Browser, _ site: String, _ place: String) throws {
    let overflow = try browser.number("document.documentElement.scrollWidth - window.innerWidth") ?? 1
    #expect(overflow <= 0, "\(place) scrolls sideways by \(overflow)")
    let headings =
      "[...document.querySelectorAll('h1')].filter(e => e.offsetHeight > 0 && e.textContent.trim()).length"
    #expect(try browser.number(headings) == 1, "\(place)")
    let skips =
      "(l => l.every((n, i) => i == 0 || n - l[i - 1] <= 1))([...document.querySelectorAll('h1,h2,h3')].map(e => +e.tagName[1]))"
    #expect(try browser.evaluate(skips) as? Bool == true, "\(place) leaves out a level of headings")
    let unnamed =
      "[...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea,summary')].filter(e => !(e.textContent.trim() || e.labels?.length)).length"
    #expect(try browser.number(unnamed) == 0, "\(place) has a control without a name")
    let twice =
      "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) != i)"
    #expect(try browser.evaluate(twice) as? [String] == [], "\(place)")
    let charts =
      "[...document.querySelectorAll('.chart')].every(c => c.querySelectorAll('svg :is(.role-mark path[d^=M], .role-mark line)').length > 0)"
    #expect(try browser.waits(for: charts), "\(place) has an empty chart")
    let asked = "performance.getEntriesByType('resource').map(e => e.name)"
    let resources = try browser.evaluate(asked) as? [String] ?? []
    #expect(!resources.isEmpty && resources.allSatisfy { $0.hasPrefix(site + "/") }, "\(place): \(resources)")
    #expect(try browser.console() == [], "\(place)")
  }

  @Test("finds by keyboard from any page, and Łódź's two mask counts are three steps from the overview")
  func walk() async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/")
      // Step 1: the slash and the name; step 2: the first that is found.
      try browser.press("/")
      #expect(try browser.evaluate("document.activeElement.id") as? String == "search")
      try browser.type("lodz")
      #expect(try browser.waits(for: "document.querySelectorAll('#found li').length > 0"))
      try browser.press("\u{E015}")
      #expect(
        try browser.waits(for: "document.getElementById('search').hasAttribute('aria-activedescendant')"))
      try browser.press("\u{E007}")
      #expect(
        try browser.waits(
          for: "location.pathname == '/actor/pl-lodz' && document.querySelector('#contradictions')"))
      // Step 3: its contradictions.
      _ = try browser.evaluate("document.querySelector('.jumps a[href=\"#contradictions\"]').click()")
      let contest = try browser.evaluate("document.querySelector('.contest').innerText") as? String ?? ""
      for part in ["12000", "11700", "mierzejewski-2021", "L191", "L193"] { #expect(contest.contains(part)) }
      // The place leads to the statement, which opens.
      _ = try browser.evaluate("document.querySelector('.contest .rivals a').click()")
      #expect(try browser.waits(for: "location.hash.startsWith('#s-')"))
      #expect(
        try browser.waits(
          for: "document.getElementById(location.hash.slice(1)).getBoundingClientRect().height > 0"))
      #expect(try browser.console() == [])
    }
  }

  @Test("is read without script: tables, lists and search stay")
  func scriptless() async throws {
    let text = try await Visit.get("/actor/it-emilia-romagna").text
    #expect(text.contains("<table") && text.contains("Guangdong") && text.contains("2015"))
    #expect(text.contains("action=\"/search\""))
  }

  @Test(
    "builds a table by choosing, in place; the address keeps it, a number opens what is behind it, and back leads back"
  )
  func explore() async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/explore")
      func choose(_ field: String, _ value: String) throws {
        let set =
          "(f => { f.value = '\(value)'; f.dispatchEvent(new Event('change', { bubbles: true })); return true })"
        _ = try browser.evaluate("\(set)(document.getElementById('\(field)'))")
      }
      try choose("rows", "chinese-province")
      #expect(
        try browser.waits(
          for:
            "location.search.includes('rows=chinese-province') && document.querySelector('.counts').innerText.includes('Sichuan')"
        ))
      try choose("view", "bars")
      #expect(
        try browser.waits(for: "document.querySelectorAll('.chart svg .mark-rect.role-mark path').length > 5")
      )
      try choose("count", "events")
      #expect(
        try browser.waits(
          for: "document.getElementById('happened') && !document.getElementById('established')"))
      #expect(try browser.waits(for: "document.querySelector('.counts').innerText.includes('donation')"))
      let number = try browser.evaluate("document.querySelector('.counts td a').innerText") as? String ?? ""
      _ = try browser.evaluate("document.querySelector('.counts td a').click()")
      #expect(
        try browser.waits(for: "location.pathname == '/explore/cell' && document.querySelector('.lead')"))
      #expect(
        (try browser.evaluate("document.querySelector('.lead').innerText") as? String ?? "").hasPrefix(number)
      )
      _ = try browser.evaluate("document.querySelector('.crumbs a').click()")
      #expect(
        try browser.waits(
          for: "location.pathname == '/explore' && document.getElementById('count').value == 'events'"))
      #expect(try browser.console() == [])
    }
  }

  /// Table 8 of the survey (Kamiński 2019) prints these numbers, and 48 in all.
  @Test(
    "has the partnerships established 2014–2017 by country as a chart and as CSV three clicks from the overview"
  )
  func chartWalk() async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/")
      func click(_ link: String) throws {
        let found =
          "[...document.querySelectorAll('a')].find(a => a.offsetHeight > 0 && a.textContent == '\(link)')"
        #expect(try browser.waits(for: found), "\(link)")
        _ = try browser.evaluate("\(found).click()")
      }
      try click("Explore")
      try click("Partnerships established 2014–2017, by country")
      let bars = "document.querySelectorAll('.chart svg .mark-rect.role-mark path').length >= 6"
      #expect(try browser.waits(for: bars))
      // The third click downloads what stands at its link.
      let found = "[...document.querySelectorAll('a')].find(a => a.textContent == 'CSV')"
      #expect(try browser.evaluate("\(found).offsetHeight > 0") as? Bool == true)
      let read = "fetch(\(found).href).then(answer => answer.text()).then(text => { window.read = text })"
      _ = try browser.evaluate("(\(read), true)")
      #expect(try browser.waits(for: "window.read"))
      let csv = try browser.evaluate("window.read") as? String ?? ""
      #expect(
        csv.split(separator: "\n").map { $0.split(separator: ",").prefix(2).joined(separator: " ") } == [
          "Country all", "France 1", "Germany 2", "Italy 20", "Poland 3", "Spain 12", "United Kingdom 10",
          "Total 48",
        ])
      #expect(try browser.console() == [])
    }
  }

  @Test("changes what a search finds in place, and the address with it")
  func live() async throws {
    try await LiveSite.browse { browser, site in
      try browser.open(site + "/search?q=Atlantis")
      _ = try browser.evaluate("document.getElementById('search').focus()")
      _ = try browser.evaluate("document.getElementById('search').select()")
      try browser.type("Chengdu")
      #expect(try browser.waits(for: "document.querySelector('#results').innerText.includes('cn-chengdu')"))
      #expect(try browser.waits(for: "location.search == '?q=Chengdu'"))
      #expect(try browser.console() == [])
    }
  }
}
