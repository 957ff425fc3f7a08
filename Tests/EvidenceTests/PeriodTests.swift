import Interchange
import TestSupport
import Testing
import Workbench

/// The printed totals of Tables 4 to 8, and for 2009 of section 1.3.1, in "The Subnational Dimension of EU-China Relations"
/// (kaminski-2019). Table 4's grand total is printed in the prose only.
private let printed: [(period: String, total: Double, countries: [String: Double])] = [
  ("1982/1989", 27, ["fr": 4, "de": 14, "pl": 1, "gb": 7, "it": 1]),
  ("1991/1999", 11, ["fr": 3, "es": 2, "de": 2, "pl": 1, "gb": 1, "it": 2]),
  ("2000/2007", 30, ["fr": 3, "es": 8, "de": 5, "pl": 5, "gb": 4, "it": 5]),
  ("2009", 1, ["es": 1]),
  ("2010/2012", 18, ["fr": 2, "es": 7, "pl": 4, "it": 5]),
  ("2014/2017", 48, ["fr": 1, "es": 12, "de": 2, "pl": 3, "gb": 10, "it": 20]),
]

@Suite("Partnerships established in a period")
struct PeriodTests {
  @Test("come to the totals that the survey prints", arguments: printed.indices)
  func totals(index: Int) throws {
    let (period, total, countries) = printed[index]
    let table = try Self.table(period)
    #expect(table.total?.computed == CrossTable.Bounds(certain: total, possible: total))
    let computed = Dictionary(
      uniqueKeysWithValues: zip(table.rows.map(\.key), table.rowTotals.map(\.computed)))
    #expect(computed == countries.mapValues { CrossTable.Bounds(certain: $0, possible: $0) })
  }

  @Test("add up to 135 over all periods, which is what is on record")
  func sum() throws {
    #expect(printed.map(\.total).reduce(0, +) == 135)
    var question = PartnershipTable(rows: .period, columns: .all)
    question.periods = try printed.map { try Period($0.period) }
    let table = try question.answer(from: Bundled.archive())
    #expect(table.rowTotals.map { $0.computed?.certain } == printed.map(\.total))
    #expect(table.total?.computed == CrossTable.Bounds(certain: 135, possible: 135))
  }

  @Test(
    "come to the totals of the original table, too",
    .enabled(
      if: Project.hasOriginal("pism_table_totals.csv"), "the original tables are not beside the package"))
  func original() throws {
    let records = try Spreadsheet.records(at: Project.original("pism_table_totals.csv"))
    #expect(records.count == 42)
    let codes = ["France": "fr", "Spain": "es", "Germany": "de", "Poland": "pl", "UK": "gb", "Italy": "it"]
    for record in records {
      let (start, end) = (record["period_start"] ?? "", record["period_end"] ?? "")
      let table = try Self.table(start == end ? start : "\(start)/\(end)")
      let total = Double(record["total"] ?? "")
      let country = record["eu_country"] ?? ""
      let row = table.rows.firstIndex { $0.key == codes[country] }
      let cell = country == "ALL" ? table.total : row.map { table.rowTotals[$0] }
      #expect(cell?.computed?.certain ?? 0 == total, "\(country) \(start)")
      #expect(cell?.computed?.possible ?? 0 == total, "\(country) \(start)")
    }
  }

  private static func table(_ period: String) throws -> CrossTable {
    var question = PartnershipTable(rows: .country, columns: .all)
    question.established = try Period(period)
    return try question.answer(from: Bundled.archive())
  }
}
