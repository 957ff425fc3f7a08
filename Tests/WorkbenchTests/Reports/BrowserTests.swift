import Foundation
import TestSupport
import Testing
import Workbench

@Suite("In a browser", .serialized, .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct BrowserTests {
  /// With figures where the renderer is there (`ENTENTE_RENDERER`), without them elsewhere.
  private static func report() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let home = try Project.home()
    let isDrawn = ProcessInfo.processInfo.environment["ENTENTE_RENDERER"].map {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    _ = try Report(Bundled.archive(), home: home).write(
      StudyShelf(home.studies).all(), to: folder.path, withFigures: isDrawn ?? false, told: { _ in })
    return folder
  }

  private static func pages() throws -> [String] {
    ["index", "contradictions", "sensitivity"] + (try StudyShelf(Project.home().studies).names())
  }

  @Test(
    "the report stands on a desk and on a phone, says nothing to the console, and is reached by keyboard and link"
  )
  func report() throws {
    let folder = try Self.report()
    try Browser.with(folder.path + "/driver.log") { browser in
      for page in try Self.pages() {
        for width in [1440, 390] {
          try browser.resize(width)
          try browser.open("file://\(folder.path)/\(page).html")
          try Self.look(browser, "\(page) at \(width)")
        }
        try Self.tab(browser, page)
      }
      try Self.follow(browser, folder.path + "/eu-china-regions.html")
      #expect(try browser.console() == [])
    }
  }

  private static func look(_ browser: Browser, _ place: String) throws {
    let overflow =
      try browser.number("document.documentElement.scrollWidth - window.innerWidth")
    #expect((overflow ?? 1) <= 0, "\(place) scrolls sideways by \(overflow ?? 0)")
    let headings =
      try browser.number(
        "[...document.querySelectorAll('h1')].filter(e => e.offsetHeight > 0 && e.textContent.trim()).length")
    #expect(headings == 1, "\(place)")
    let images =
      try browser.number(
        "[...document.images].filter(i => !i.alt.trim() || !i.complete || i.naturalWidth == 0).length")
    #expect(images == 0, "\(place)")
    #expect(try browser.console() == [], "\(place)")
  }

  /// The first thing that the keyboard reaches is the link past the navigation, and it shows.
  private static func tab(_ browser: Browser, _ page: String) throws {
    try browser.press("\u{E004}")
    let target = try browser.evaluate("document.activeElement.getAttribute('href')") as? String
    let left = try browser.number("document.activeElement.getBoundingClientRect().left")
    #expect(target == "#main", "\(page)")
    #expect((left ?? -1) >= 0, "\(page)")
  }

  /// A click on a number of a table opens the list of statements behind it, at the number's own place.
  private static func follow(_ browser: Browser, _ path: String) throws {
    try browser.resize(1440)
    try browser.open("file://" + path)
    let link = "document.querySelector('td.number a[href^=\"#\"]')"
    let isOpen = "document.querySelector(location.hash.replace(/[.]/g, '\\\\.')).closest('details').open"
    let address = try #require(try browser.evaluate("\(link).getAttribute('href')") as? String)
    _ = try browser.evaluate("\(link).click()")
    #expect(try browser.evaluate("location.hash") as? String == address)
    #expect(try browser.evaluate(isOpen) as? Bool == true, "\(address)")
    let height = "document.getElementById(location.hash.slice(1)).getBoundingClientRect()"
    #expect((try browser.number("\(height).height") ?? 0) > 0, "\(address)")
    let top = try browser.number("\(height).top") ?? -1
    #expect(top >= 0 && top < 900, "\(address) is not in view")
    let link2 = "document.getElementById(location.hash.slice(1)).querySelector('a')"
    _ = try browser.evaluate("\(link2).click()")
    Thread.sleep(forTimeInterval: 0.3)
    let landed = try browser.evaluate(
      "location.pathname.includes('/sources/') && document.getElementById(location.hash.slice(1)).offsetHeight > 0"
    )
    #expect(landed as? Bool == true)
  }
}
