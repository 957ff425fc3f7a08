import Archive
import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite(
  "Editing in a browser", .serialized, .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct EditBrowserTests {
  private static func record(_ archive: ArchiveStore) throws -> [[String]] {
    try ["flow", "contradiction", "contradiction_value", "source"].flatMap { table in
      try archive.query("SELECT * FROM \(table)").rows.map { $0.map(\.text) }.sorted {
        $0.lexicographicallyPrecedes($1)
      }
    }
  }

  @Test(
    "adds a third number to Łódź's masks, shows the contradiction and the figure that moves before it is kept, and takes it back"
  )
  func gift() async throws {
    let archive = try Bundled.copy()
    let before = try Self.record(archive)
    let editor = Editor(archive, patience: .seconds(20))
    let observatory = try Visit.site(archive, editor: editor)
    let entrance = EditVisit.entrance(of: observatory)
    try await LiveSite.browse(observatory) { browser, site in
      func click(_ text: String, _ tag: String = "a") throws {
        let found = "[...document.querySelectorAll('\(tag)')].find(e => e.textContent.trim() == '\(text)')"
        #expect(try browser.waits(for: found), "\(text)")
        _ = try browser.evaluate("(\(found).click(), true)")
      }
      func fill(_ field: String, _ value: String) throws {
        _ = try browser.evaluate("(document.getElementById('\(field)').value = '\(value)', true)")
      }
      func says(_ text: String) throws {
        #expect(
          try browser.waits(for: "document.querySelector('main')?.innerText.includes('\(text)')"), "\(text)")
      }

      try browser.resize(1440)
      try browser.open(site + "/edit")
      try says("the address that it printed")
      _ = try browser.console()
      try browser.open(site + entrance)
      #expect(try browser.waits(for: "location.pathname == '/edit' && location.search == ''"))
      // A table that is watched.
      try browser.open(site + "/explore?count=quantities&happened=2020&within=cn-chengdu")
      try browser.open(site + "/actor/pl-lodz#s-9efkpftsvdw5")
      let link = "document.querySelector('#s-9efkpftsvdw5 .edits a[href*=\"kind=flow\"]')"
      #expect(try browser.waits(for: "\(link)?.offsetHeight > 0"))
      _ = try browser.evaluate("(\(link).click(), true)")
      #expect(try browser.waits(for: "document.getElementById('entity')?.value == 'ev-083/masks'"))
      try fill("says.quantity.0", "15000")
      try fill("source", "mierzejewski-2021")
      try click("See what it does", "button")
      try says("It cannot be kept so")
      #expect(try browser.evaluate("document.getElementById('says.quantity.0').value") as? String == "15000")
      // The browser tells of the status, 422, itself.
      #expect(try browser.console().allSatisfy { $0.contains("422") })
      try fill("locator", "Reality check section, L240")
      try click("See what it does", "button")
      try says("12000 against 11700 against 15000")
      try says("143\u{202F}700–147\u{202F}000")
      try click("Back to the form", "button")
      #expect(
        try browser.waits(for: "document.getElementById('locator')?.value == 'Reality check section, L240'"))
      try click("See what it does", "button")
      try says("12000 against 11700 against 15000")
      try click("Keep", "button")
      #expect(
        try browser.waits(
          for: "location.pathname == '/partnership/pl-lodz+cn-chengdu' && location.hash.startsWith('#s-')"))
      #expect(
        try browser.waits(
          for: "document.getElementById(location.hash.slice(1))?.getBoundingClientRect().height > 0"))
      try says("12000 or 11700 or 15000 pieces")

      try click("Edit")
      try click("Undo batch 17")
      try says("12000 or 11700 or 15000 (11700–15000) → 12000 or 11700 (11700–12000)")
      try fill("reason", "a trial")
      try click("Undo", "button")
      try says("undone by batch 18")
      #expect(try browser.console() == [])
    }
    #expect(try Self.record(archive) == before)
  }

  @Test("stands on a desk and on a phone, with a name to each field; nothing is said to the console")
  func pages() async throws {
    let archive = try Bundled.copy()
    let editor = Editor(archive, patience: .seconds(20))
    let observatory = try Visit.site(archive, editor: editor)
    let entrance = EditVisit.entrance(of: observatory)
    try await LiveSite.browse(observatory) { browser, site in
      try browser.open(site + entrance)
      let addresses =
        ["actor", "partnership", "episode", "event", "flow", "observation"].map {
          "/edit/statement?kind=\($0)"
        } + [
          "/edit", "/edit/statement?correct=s-qaj7dh47erbf", "/edit/withdraw?statement=s-qaj7dh47erbf",
          "/edit/undo?batch=15", "/actor/pl-lodz", "/partnership/pl-lodz+cn-chengdu",
        ]
      for address in addresses {
        for width in [1440, 390] {
          try browser.resize(width)
          try browser.open(site + address)
          try BrowserTests.look(browser, site, "\(address) at \(width)")
        }
      }
    }
  }
}
