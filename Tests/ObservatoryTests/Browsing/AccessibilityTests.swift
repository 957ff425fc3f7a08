import TestSupport
import Testing

@testable import Observatory

@Suite(
  "Accessibility in a browser", .serialized,
  .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
struct AccessibilityTests {
  @Test("keeps to the rules on every page, light and dark, on a desk and on a phone")
  func pages() async throws {
    try await LiveSite.browse { browser, site in
      for address in BrowserTests.addresses {
        for (width, isDark) in [(1440, false), (1440, true), (390, false)] {
          try browser.resize(width)
          try browser.darken(isDark)
          try browser.open(site + address)
          let drawn = "[...document.querySelectorAll('.chart')].every(c => c.querySelector('svg'))"
          #expect(try browser.waits(for: drawn))
          let wrong = try browser.evaluate(AccessibilityRules.script) as? [String]
          #expect(wrong == [], "\(address) at \(width)\(isDark ? ", dark" : "")")
        }
      }
    }
  }

  /// What is put into a page to be found.
  private static let faults = [
    "contrast of":
      "const p = document.createElement('p'); p.textContent = 'pale'; p.style.color = '#999'; main.append(p)",
    "picture without": "main.append(document.createElement('img')); main.lastChild.style.width = '9px'",
    "chart without a name": "main.append(document.createElement('div')); main.lastChild.className = 'chart'",
    "out of the order": "main.querySelector('a').tabIndex = 3",
    "aria-labelledby of": "main.setAttribute('aria-labelledby', 'nowhere')",
    "focus is not seen": "main.querySelector('a').style.outline = 'none'",
    "small to touch":
      "main.append(document.createElement('button')); main.lastChild.style.cssText = 'padding:0;height:9px;width:9px;min-height:0;min-width:0'",
    "table without heads":
      "const t = document.createElement('table'); t.insertRow().insertCell().textContent = '1'; main.append(t)",
    "no language": "document.documentElement.lang = ''",
  ]

  @Test("finds what is against a rule", arguments: faults.keys.sorted())
  func rules(name: String) async throws {
    try await LiveSite.browse { browser, site in
      try browser.resize(1440)
      try browser.open(site + "/studies")
      #expect(try browser.evaluate(AccessibilityRules.script) as? [String] == [])
      let fault = Self.faults[name] ?? ""
      _ = try browser.evaluate("(() => { const main = document.querySelector('main'); \(fault); })() || true")
      let found = try browser.evaluate(AccessibilityRules.script) as? [String] ?? []
      #expect(found.count >= 1 && found.allSatisfy { $0.hasPrefix(name) }, "\(found)")
    }
  }
}
