import Foundation
import Interchange
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Hostile values in the forms of edit mode")
struct HostileEditTests {
  private static let fields = [
    "entity", "says.name.0", "says.name.0.side", "says.name.0.role", "says.name.0.during", "says.kind.0",
    "source",
    "work.id", "work.type", "work.title", "work.issued", "work.url", "locator", "rank", "certainty", "coder",
    "note",
    "correcting", "reason", "more",
  ]

  private static let actor = [
    "kind": "actor", "entity": "xx", "says.name.0": "Atlantis", "source": "boni-2023", "locator": "p. 1",
  ]

  /// What a form can bear of each.
  private static let values = HostileRecord.values.map { String($0.prefix(9000)) }

  private static func look(_ seen: Seen, _ known: Set<String>, _ what: String) {
    let page = Markup(seen.text)
    #expect(Set(page.elements).subtracting(known) == [], "\(what)")
    #expect(page.elements.count { $0 == "h1" } == 1 && page.elements.count { $0 == "body" } == 1, "\(what)")
    #expect(page.attributes.allSatisfy { !$0.name.hasPrefix("on") && $0.name != "style" }, "\(what)")
    #expect(
      page.addresses.allSatisfy {
        $0.hasPrefix("/") && !$0.hasPrefix("//") || $0.hasPrefix("#") || $0 == "data:,"
      }, "\(what): \(page.addresses)")
  }

  /// Each value is tried in a fourth of the fields, and each field with a fourth of the values.
  @Test(
    "come back as text, in every field, and are not lost", arguments: fields.enumerated().map { ($0, $1) })
  func forms(place: Int, field: String) async throws {
    let visit = try await EditVisit(studies: [])
    var known: Set<String> = []
    for address in ["/edit", "/edit/statement?kind=flow&entity=ev-083%2Fmasks"] {
      known.formUnion(Markup(try await visit.get(address).text).elements)
    }
    for typed in [EditVisit.gift, ["kind": "actor"]] {
      known.formUnion(Markup(try await visit.post("/edit/preview", typed).text).elements)
    }
    for (index, value) in Self.values.enumerated() where index % 4 == place % 4 {
      let typed = Self.actor.merging([field: value]) { $1 }
      for path in ["/edit/preview"] + (index % 12 == place % 4 ? ["/edit/statement"] : []) {
        let (seen, what) = (try await visit.post(path, typed), "\(path), \(field): \(value.prefix(40))")
        #expect([200, 422].contains(seen.status), "\(what)")
        Self.look(seen, known, what)
        // Texts of one line that the form shows; a reason only where there is something to correct.
        guard !["more", "note", "reason"].contains(field), seen.text.contains("class=\"statement\"") else {
          continue
        }
        let isKept = Markup(seen.text).attributes.contains {
          $0.name == "value" && $0.value.unicodeScalars.elementsEqual(value.escapedForHTML.unicodeScalars)
        }
        #expect(isKept || value.allSatisfy(\.isWhitespace), "\(what) is lost")
      }
    }
  }

  @Test("kept as they are where they may be, are text on every page")
  func kept() async throws {
    let visit = try await EditVisit(studies: [])
    var known: Set<String> = []
    for address in ["/actor/pl-lodz", "/edit", "/edit/statement?kind=actor&entity=pl-lodz"] {
      known.formUnion(Markup(try await visit.get(address).text).elements)
    }
    for (index, value) in Self.values.enumerated() {
      let typed = [
        "kind": "actor", "entity": "x\(index) \(value.prefix(100))",
        "says.name.0": "\(value.prefix(500)) \(index)",
        "source": "", "work.id": "w\(index) \(value.prefix(100))", "work.title": "t \(value.prefix(500))",
        "locator": "p \(value.prefix(500))", "coder": "c \(value.prefix(100))", "note": value,
      ]
      let sent = try await visit.post("/edit/keep", typed)
      guard sent.status == 303 else {
        // Control characters are no text on one line.
        #expect(
          sent.status == 422 && value.unicodeScalars.contains { $0.properties.generalCategory == .control },
          "\(value.prefix(40))")
        continue
      }
      let address = try #require(sent.headers[.location]?.split(separator: "#").first.map(String.init))
      #expect(address.hasPrefix("/actor/x\(index)"))
      for place in [address, "/edit"] {
        Self.look(try await visit.get(place), known, "\(place) \(value.prefix(40))")
      }
    }
    #expect(try visit.archive.batches().count > 30)
    #expect(try visit.archive.check(isDeep: true) == Bundled.archive().check(isDeep: true))
  }
}
