import Archive
import Diplomacy
import Foundation
import Interchange
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("Explore")
struct ExploreTests {
  /// The survey's own figures (Table 8, "established 2014–2017"): eleven of France at most, of which none is certain but those dated.
  @Test("counts what the command counts, and its CSV is byte for byte the command's")
  func csv() async throws {
    let archive = try Bundled.archive()
    for (address, change) in [
      (
        "rows=country&columns=chinese-province&established=2014%2F2017",
        { (question: inout TableQuestion) in
          (question.rows, question.columns, question.established) = (
            "country", "chinese-province", "2014/2017"
          )
        }
      ),
      (
        "count=quantities&columns=terms&happened=2020",
        { (question: inout TableQuestion) in
          (question.columns, question.happened) = ("terms", "2020")
          question.counted = .quantities
        }
      ),
      (
        "rows=period&periods=1982%2F1989,1991%2F1999&scope=all&kind=twinning",
        { (question: inout TableQuestion) in
          (question.rows, question.periods, question.scope, question.kind) = (
            "period", "1982/1989,1991/1999", "all", "twinning"
          )
        }
      ),
    ] {
      var question = TableQuestion()
      change(&question)
      let expected = try Grid(question.answer(from: archive)).csv
      let seen = try await Visit.get("/api/v1/table?\(address)&format=csv")
      #expect(seen.status == 200 && seen.text == expected && expected.count > 40, "\(address)")
    }
  }

  @Test("reads its form again from its own address, whatever is asked")
  func address() throws {
    for query in [
      [:], ["rows": "year", "view": "line"],
      ["count": "flows", "rows": "item", "within": "cn-chengdu", "happened": "2020"],
      [
        "rows": "period", "periods": "1982/1989,1991/1999", "margins": "no", "scope": "all",
        "policy": "lowest",
      ],
      ["within": "a&b=c #%+é", "known-at": "2026-01-31"],
    ] {
      let inquiry = try Inquiry(Ask(query: query))
      let address = inquiry.address("/explore")
      let values = address.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
      let read = try #require(QueryText.values(values))
      #expect(try Inquiry(Ask(query: read)) == inquiry, "\(address)")
      for (name, value) in query { #expect(read[name] == value) }
    }
  }

  @Test("passes over what belongs to another count, and keeps what cannot be read in the form to be mended")
  func lenient() async throws {
    let other = try await Visit.get("/explore?count=events&rows=chinese-province&established=2014%2F2017")
    #expect(other.status == 200 && !other.text.contains("role=\"alert\""))
    let wrong = try await Visit.get("/explore?established=then&view=bars")
    #expect(
      wrong.status == 200 && wrong.text.contains("role=\"alert\"") && wrong.text.contains("value=\"then\""))
    #expect(try await Visit.get("/api/v1/table?established=then").status == 400)
    #expect(try await Visit.get("/api/v1/table?count=stars").status == 400)
    #expect(try await Visit.get("/api/v1/table?within=Atlantis").status == 404)
  }

  @Test("shows bounds, and each number leads to as many as it counts")
  func cells() async throws {
    let text = try await Visit.get("/explore?rows=country&established=2014%2F2017&margins=no").text
    let links = text.matches(of: /<td class="number"><a href="([^"]+)">([0-9]+)(?:–([0-9]+))?<\/a>/)
    #expect(links.count > 5 && links.contains { $0.3 != nil })
    for link in links.prefix(8) {
      let address = String(link.1).replacing("&amp;", with: "&")
      let data = try await Visit.get(address.replacing("/explore/cell", with: "/api/v1/table/cell")).json()
      let cell = try #require(data as? [String: Any])
      #expect(cell["certain"] as? Int == Int(link.2) && cell["possible"] as? Int == Int(link.3 ?? link.2))
      #expect((cell["items"] as? [Any])?.count == Int(link.3 ?? link.2))
      #expect(try await Visit.get(address).status == 200)
    }
  }

  @Test("pages what stands behind a cell, each once")
  func paging() async throws {
    var ids: [String] = []
    var after: String? = nil
    repeat {
      let next = after.map { "&after=" + Address.part($0).replacing("+", with: "%2B") } ?? ""
      let data = try await Visit.get("/api/v1/table/cell?scope=all&limit=50\(next)").json()
      let page = try #require(data as? [String: Any])
      let items = try #require(page["items"] as? [[String: Any]])
      #expect(items.count <= 50)
      ids += items.compactMap { $0["id"] as? String }
      after = page["next"] as? String
    } while after != nil && ids.count < 2000
    let all = try Bundled.archive().query("SELECT id FROM partnership").rows.map { $0[0].text }
    #expect(Set(ids) == Set(all) && ids.count == all.count)
    #expect(try await Visit.get("/api/v1/table/cell?after=atlantis").status == 400)
  }

  /// `ev-083/masks`: 12000 in one passage, 11700 in another (Mierzejewski 2021, L191 and L193).
  @Test("sees the record by another policy, or as it was known, without changing it")
  func lenses() async throws {
    func seen(_ address: String) async throws -> Seen {
      var seen = try await Visit.get(address)
      // Another view of the record takes a while to make, and on a busy machine longer than a visitor waits.
      for _ in 0..<10 where seen.status == 503 {
        #expect(seen.headers[.retryAfter] == "3")
        seen = try await Visit.get(address)
      }
      return seen
    }
    func masks(_ more: String) async throws -> String {
      let seen = try await seen(
        "/api/v1/table?count=quantities&columns=taker&within=pl-lodz\(more)&format=csv")
      let records = try Spreadsheet.records(of: seen.text)
      let row = try #require(records.first { $0.values.contains("masks") })
      return row["Łódź"] ?? "none"
    }
    #expect(try await masks("") == "11700–12000")
    #expect(try await masks("&policy=lowest") == "11700")
    #expect(try await masks("&policy=highest") == "12000")
    #expect(try await masks("") == "11700–12000")
    let before = try await seen("/api/v1/table?scope=all&known-at=1999-01-01")
    let table = try #require(before.json() as? [String: Any])
    #expect(before.status == 200 && (table["cells"] as? [Any])?.isEmpty == true)
    #expect(try await Visit.get("/api/v1/table?policy=best").status == 400)
  }

  @Test("gives SQL that counts the same, for every question that it gives SQL for")
  func sql() throws {
    let archive = try Bundled.archive()
    var checked = 0
    for rows in TableQuestion.dimensions(of: .partnerships) {
      for columns in ["all", "kind", "country", "chinese-province"] {
        for scope in [nil, "all"] {
          var question = TableQuestion()
          (question.rows, question.columns, question.scope, question.usesMargins) = (
            rows, columns, scope, false
          )
          guard let sql = TableSQL(question)?.text else { continue }
          let table = try question.answer(from: archive)
          var expected: Set<String> = []
          for (row, head) in table.rows.enumerated() {
            for (column, other) in table.columns.enumerated() {
              if let count = table.cells[row][column].computed, count.possible != 0 {
                expected.insert("\(head.key) \(other.key) \(Int(count.certain)) \(Int(count.possible ?? -1))")
              }
            }
          }
          let found = try archive.query(sql).rows.map { $0.map(\.text).joined(separator: " ") }
          #expect(Set(found) == expected, "\(rows) by \(columns), \(scope ?? "the census")")
          checked += 1
        }
      }
    }
    #expect(checked >= 40)
  }

  @Test("has questions to begin with, each with an answer")
  func examples() async throws {
    let begin = try await Visit.get("/explore").text
    for example in ExploreExamples.all {
      #expect(begin.contains(example.address.replacing("&", with: "&amp;")), "\(example.text)")
      let values = try #require(QueryText.values(String(example.address.split(separator: "?")[1])))
      #expect(try Inquiry(Ask(query: values)).address("/explore").count == example.address.count)
      let page = try await Visit.get(example.address)
      #expect(page.status == 200 && !page.text.contains("role=\"alert\""), "\(example.text)")
      #expect(page.text.components(separatedBy: "<td class=\"number\"><a ").count > 6, "\(example.text)")
    }
  }

  /// On the bundled record, no partnership may have been established in 1990.
  @Test("draws years in time: none is left out between two, and what has no year is said, not drawn")
  func years() async throws {
    let data =
      try await Visit.get("/api/v1/table/chart?rows=year&scope=all&view=line").json() as? [String: Any]
    let values = try #require((data?["data"] as? [String: Any])?["values"] as? [[String: Any]])
    let years = values.compactMap { ($0["row"] as? String).flatMap(Int.init) }
    #expect(years.count == values.count && years == Array(years[0]...(years.last ?? 0)) && years[0] == 1982)
    let empty = try #require(values.first { $0["row"] as? String == "1990" })
    #expect(empty["certain"] as? Int == 0 && empty["possible"] as? Int == 0)
    let unknown = try Bundled.archive().query(
      "SELECT count(*) FROM partnership WHERE established_earliest IS NULL OR established_latest IS NULL")
    let page = try await Visit.get("/explore?rows=year&scope=all&view=line").text
    #expect(page.contains("Only in the table: \(unknown.rows[0][0].text) of unknown year."))
  }

  /// The survey prints 13 partnerships of France, of all times; seven of them fall in these years.
  @Test("holds no printed total against a sum over periods")
  func periods() async throws {
    let periods = "/api/v1/table?rows=country&columns=period&periods=1982%2F1989,1991%2F1999"
    #expect(try await !Visit.get(periods).text.contains("\"published\""))
    #expect(try await Visit.get("/api/v1/table?rows=country").text.contains("\"published\": \"13\""))
  }

  @Test("speaks of the form's fields, not of the command line's options, below a table")
  func notes() async throws {
    let text = try await Visit.get("/explore?rows=country&columns=chinese-province").text
    let notes = try #require(text.firstMatch(of: /<ul class="notes soft">(.*?)<\/ul>/.dotMatchesNewlines()))
    #expect(!notes.1.contains("--") && notes.1.contains("Out of: all on record"))
    #expect(notes.1.contains("[brackets]") && notes.1.contains("Printed totals"))
  }

  @Test("writes a command that a shell reads as it is meant")
  func command() throws {
    let inquiry = try Inquiry(Ask(query: ["within": "l'Aquila; rm -rf $HOME", "rows": "country"]))
    #expect(
      inquiry.command(archive: "x.entente")
        == "entente table --rows=country '--within=l'\\''Aquila; rm -rf $HOME' --archive=x.entente")
  }
}
