import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite("A hostile record")
struct HostileTests {
  private static let made = Result { try Visit.site(HostileRecord.archive()) }

  private static func site() throws -> Site { try made.get() }

  /// Each contradiction, as addresses name it.
  private static var contradictions: [String] {
    get throws { try HostileRecord.archive().contradictions().map { Address.contradiction($0.id) } }
  }

  private static var pages: [String] {
    HostileRecord.values.indices.flatMap { index in
      [
        Address.actor(HostileRecord.actor(index)), Address.partnership(HostileRecord.partnership(index)),
        Address.search(String(HostileRecord.values[index].prefix(60))),
        Address.asking("/explore/cell", [("rows", "partner"), ("row", HostileRecord.actor(index))]),
        Address.asking(
          "/explore",
          [
            ("within", HostileRecord.actor(index)),
            ("established", String(HostileRecord.values[index].prefix(60))),
          ]),
        Address.asking(
          "/events",
          [
            ("giver", HostileRecord.actor(index)), ("item", String(HostileRecord.values[index].prefix(60))),
          ]),
        Address.asking("/query", [("sql", String(HostileRecord.values[index].prefix(60)))]),
      ]
    } + [
      "/explore?rows=partner&columns=partner&view=heat&scope=all", "/explore?count=flows&rows=item&view=bars",
      "/events", "/explore/cell?scope=all",
      "/query?sql=SELECT+id,+1+AS+rowid+FROM+actor", "/",
      "/actor/" + Address.part(HostileRecord.values[0]),
      "/contradictions", "/contradictions?limit=500",
      "/sources", "/source/s",
      "/source/s?kind=actor", "/source/t",
      "/studies",
    ]
      + HostileRecord.values.prefix(20).map { "/contradictions?q=" + Address.value(String($0.prefix(60))) }
      + HostileTexts.pages
  }

  private static var data: [String] {
    HostileRecord.values.indices.flatMap { index in
      [
        "/api/v1/actors/" + Address.part(HostileRecord.actor(index)),
        "/api/v1/actors/" + Address.part(HostileRecord.actor(index)) + "/timeline",
        "/api/v1/partnerships/" + Address.part(HostileRecord.partnership(index)),
        "/api/v1" + Address.search(String(HostileRecord.values[index].prefix(60))),
      ]
    } + [
      "/api/v1/table?rows=partner&scope=all", "/api/v1/table?count=flows&rows=item",
      "/api/v1/table/cell?scope=all", "/api/v1/events",
      "/api/v1/events/totals", "/api/v1/query?sql=SELECT+id+FROM+actor",
      "/api/v1/overview", "/api/v1/map", "/api/v1/contradictions?limit=500", "/api/v1/sources",
      "/api/v1/sources/s",
      "/api/v1/sources/t",
    ] + HostileTexts.data
  }

  @Test("is plain text on every page: no element, attribute or address comes from it, and no page is large")
  func html() async throws {
    let site = try Self.site()
    var known: Set<String> = []
    for route in Section.routes where route.isPage {
      known.formUnion(Markup(try await Visit.get(route.example).text).elements)
    }
    let contradictions = try Self.contradictions
    // Each value but those that an import leaves blank, or that reads like its neighbour, contradicts one.
    #expect(contradictions.count > HostileRecord.values.count / 2)
    for address in Self.pages + contradictions {
      let seen = try await Visit.get(address, at: site)
      #expect([200, 404, 400].contains(seen.status), "\(address): \(seen.status)")
      let page = Markup(seen.text)
      #expect(Set(page.elements).subtracting(known) == [], "\(address)")
      #expect(
        page.elements.count { $0 == "h1" } == 1 && page.elements.count { $0 == "body" } == 1, "\(address)")
      #expect(page.attributes.allSatisfy { !$0.name.hasPrefix("on") && $0.name != "style" }, "\(address)")
      #expect(
        page.addresses.allSatisfy {
          $0.hasPrefix("/") && !$0.hasPrefix("//") || $0.hasPrefix("#") || $0 == "data:,"
        }, "\(address)")
      #expect(seen.text.utf8.count < 300_000, "\(address) has \(seen.text.utf8.count) bytes")
    }
  }

  @Test("is on its pages all the same", arguments: HostileRecord.values.indices)
  func shown(index: Int) async throws {
    let seen = try await Visit.get(Address.actor(HostileRecord.actor(index)), at: Self.site())
    #expect(seen.status == 200)
    let partnership = try await Visit.get(
      Address.partnership(HostileRecord.partnership(index)), at: Self.site())
    #expect(partnership.status == 200)
    let document = try await Visit.get(
      Address.document(HostileTexts.document(index), of: HostileTexts.corpus), at: Self.site())
    #expect(document.status == 200)
  }

  @Test("is valid JSON that says what the record says, and a table whose cells are no formulas")
  func answers() async throws {
    let site = try Self.site()
    for address in Self.data + (try Self.contradictions).map({ "/api/v1" + $0 }) {
      let seen = try await Visit.get(address, at: site)
      #expect(seen.status == 200, "\(address)")
      #expect(throws: Never.self, "\(address)") { try seen.json() }
      // No browser that took it for a page would find an element in it.
      #expect(!seen.text.contains("<"), "\(address)")
      guard !address.contains("overview") else { continue }
      let table = try await Visit.get(address + (address.contains("?") ? "&" : "?") + "format=csv", at: site)
      for cell in try Spreadsheet.records(of: table.text).flatMap(\.values) where Double(cell) == nil {
        #expect(
          cell.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true,
          "\(cell.prefix(40))")
      }
    }
    for (index, text) in HostileRecord.values.enumerated() {
      // An import leaves out blanks around a cell.
      let value = String(text.drop { $0.isWhitespace })
      let json = try await Visit.get("/api/v1/actors/" + Address.part(HostileRecord.actor(index)), at: site)
        .json()
      let statements = (json as? [String: Any])?["statements"] as? [[String: Any]] ?? []
      let names = statements.flatMap { ($0["says"] as? [String: [Any]])?["alias"] ?? [] }.compactMap {
        $0 as? String
      }
      #expect(
        names.contains { $0.unicodeScalars.elementsEqual((value + " also").unicodeScalars) },
        "\(value.prefix(40))")
    }
  }

  @Test("does nothing in a browser", .enabled(if: Browser.driver != nil, "chromedriver is not installed"))
  func browser() async throws {
    let pages = Self.pages + (try Self.contradictions)
    try await LiveSite.browse(Visit.site(HostileRecord.archive())) { browser, site in
      try browser.resize(390)
      for address in pages {
        try browser.open(site + address)
        // The chart engine sets its own attributes; what it draws is no part of the page's text.
        let strange = """
          [...document.querySelectorAll('*')].filter(e => !e.closest('.chart, .canvas') &&
            [...e.attributes].some(a => a.name.startsWith('on') || a.name == 'style')).map(e => e.outerHTML.slice(0, 200))
          """
        #expect(try browser.evaluate(strange) as? [String] == [], "\(address)")
        let overflow = try browser.number("document.documentElement.scrollWidth - window.innerWidth") ?? 1
        #expect(overflow <= 0, "\(address) scrolls sideways by \(overflow)")
        let complaints = try browser.console().filter { !$0.contains("404") && !$0.contains("400") }
        #expect(complaints == [], "\(address)")
      }
    }
  }
}
