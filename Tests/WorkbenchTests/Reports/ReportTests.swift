import Foundation
import TestSupport
import Testing
import Workbench

@Suite("The report")
struct ReportTests {
  @Test("is the same, byte for byte, when it is written again")
  func twice() throws {
    let (one, other) = (try WrittenReport.folder(), try WrittenReport.write())
    let files = try one.files()
    #expect(files == (try other.files()))
    #expect(files.count > 50)
    for file in files { #expect(try one.read(file) == other.read(file), "\(file)") }
  }

  @Test("has a page for the overview, the contradictions, each study and each source")
  func pages() throws {
    let names = Set(try WrittenReport.pages().map(\.name))
    let studies = try StudyShelf(Project.home().studies).names()
    #expect(studies.count == 5)
    #expect(
      names.isSuperset(
        of: ["index.html", "contradictions.html", "sensitivity.html"] + studies.map { $0 + ".html" }))
    let sources = try Bundled.archive().query("SELECT id FROM source").rows.map { $0[0].text }
    #expect(names.isSuperset(of: sources.map { "sources/\($0).html" }))
    #expect(names.count == 3 + studies.count + sources.count)
  }

  @Test("has no link that leads nowhere")
  func links() throws {
    let folder = try WrittenReport.folder()
    let files = Set(try folder.files())
    let pages = Dictionary(
      uniqueKeysWithValues: try WrittenReport.pages().map { ($0.name, Set($0.page.anchors)) })
    for (name, page) in try WrittenReport.pages() {
      var broken: Set<String> = []
      for address in Set(page.values(of: "href") + page.values(of: "src")) where !address.hasPrefix("data:") {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let base = URL(filePath: "/" + name).deletingLastPathComponent()
        let path =
          parts[0].isEmpty ? name : String(base.appending(path: parts[0]).standardized.path.dropFirst())
        let isThere = files.contains(path)
        let hasAnchor = parts.count == 1 || pages[path]?.contains(parts[1]) == true
        if !isThere || !hasAnchor { broken.insert(address) }
      }
      #expect(broken.sorted() == [], "\(name)")
    }
  }

  @Test("has no script, and fetches nothing")
  func selfContained() throws {
    for (name, page) in try WrittenReport.pages() {
      let forbidden = ["script", "link", "iframe", "object", "embed", "base", "form"]
      #expect(page.elements.filter(forbidden.contains) == [], "\(name)")
      let addresses = page.values(of: "href") + page.values(of: "src")
      #expect(
        addresses.filter { $0.contains("://") || $0.hasPrefix("//") || $0.hasPrefix("javascript:") } == [],
        "\(name)")
      #expect(!page.text.contains("@import") && !page.text.contains("url("), "\(name)")
      #expect(page.text.matches(of: /\son[a-z]+=/).isEmpty, "\(name)")
    }
  }

  @Test("gives every element an anchor of its own")
  func anchors() throws {
    for (name, page) in try WrittenReport.pages() {
      let doubled = Dictionary(grouping: page.anchors) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(doubled.sorted() == [], "\(name)")
    }
  }

  @Test("has one first heading, a language, a title and a way past the navigation on every page")
  func structure() throws {
    for (name, page) in try WrittenReport.pages() {
      #expect(page.elements.count { $0 == "h1" } == 1, "\(name)")
      #expect(page.elements.contains("main") && page.elements.contains("title"), "\(name)")
      #expect(page.text.contains("<html lang=\"en\">") && page.text.contains("href=\"#main\""), "\(name)")
      for (before, after) in zip(Self.levels(page), Self.levels(page).dropFirst()) {
        #expect(after <= before + 1, "\(name) goes from heading \(before) to \(after)")
      }
    }
  }

  @Test("has every check in results.json")
  func results() throws {
    let json = try JSONSerialization.jsonObject(with: Data(WrittenReport.folder().read("results.json").utf8))
    let studies = try #require((json as? [String: Any])?["studies"] as? [[String: Any]])
    let checks = studies.flatMap { $0["checks"] as? [[String: Any]] ?? [] }
    #expect(checks.count == 470)
    #expect(Set(checks.compactMap { $0["check"] as? String }).count == 470)
    let statuses = Set(checks.compactMap { $0["status"] as? String })
    #expect(statuses == ["reproduced", "within bounds", "differs", "recorded", "not recomputable"])
    for study in studies {
      let counts = try #require(study["counts"] as? [String: Double])
      #expect(counts.values.reduce(0, +) == Double((study["checks"] as? [Any])?.count ?? -1))
    }
  }

  @Test("has the tables as CSV, a row a cell, that sum to the totals")
  func tables() throws {
    let folder = try WrittenReport.folder()
    let tables = try folder.files().filter { $0.hasPrefix("tables/") }
    let declared = try StudyShelf(Project.home().studies).all().flatMap { study in
      study.tables.map { "tables/\(study.id)-\($0.id).csv" }
    }
    #expect(tables == declared.sorted())
    for table in tables {
      let records = try Spreadsheet.records(of: folder.read(table))
      #expect(!records.isEmpty && records.allSatisfy { $0["part"]?.isEmpty == false }, "\(table)")
    }
  }

  private static func levels(_ page: Page) -> [Int] {
    page.elements.compactMap { $0.count == 2 && $0.first == "h" ? Int($0.dropFirst()) : nil }
  }
}
