import Interchange
import TestSupport
import Testing
import Workbench

/// Starts in Tables 4 to 8 rolled up to provinces, where the cells that the print lost leave them open and Table 9 is a ceiling:
/// computed apart from Entente when the survey was written down (`pism_province_totals.csv`).
private let open: [(province: String, least: Double, most: Double)] = [
  ("Shandong", 13, 16), ("Shanghai", 10, 13), ("Zhejiang", 8, 9), ("Liaoning", 6, 7), ("Sichuan", 6, 7),
]

@Suite("Partnerships by Chinese province")
struct ProvinceTests {
  @Test("roll up to bounds where the print lost cells", arguments: open.indices)
  func bounds(index: Int) throws {
    let (province, least, most) = open[index]
    #expect(try Self.rollUps()[province] == CrossTable.Bounds(certain: least, possible: most))
  }

  /// In every assignment the five fall five short of their 52 in Table 9.
  @Test("of the five open provinces are 47 together")
  func jointly() throws {
    let table = try PartnershipTable(rows: .chineseProvince, columns: .all).answer(from: Bundled.archive())
    let others = zip(table.rows, table.rowTotals).filter { row, _ in
      !open.contains { $0.province == row.name } && row.name != "Jiangsu"
    }
    #expect(others.allSatisfy { $1.computed?.certain == $1.computed?.possible })
    // 135 on record; Jiangsu has twelve with Suzhou, which one passage moves to Zhejiang.
    let settled: [Double] = others.compactMap { $1.computed?.certain }
    #expect(135 - 12 - settled.reduce(0, +) == 47)
  }

  @Test(
    "agree with the original roll-ups, all 29",
    .enabled(
      if: Project.hasOriginal("pism_province_totals.csv"), "the original tables are not beside the package"))
  func original() throws {
    let computed = try Self.rollUps()
    let records = try Spreadsheet.records(at: Project.original("pism_province_totals.csv")).filter {
      $0["province"] != "ALL"
    }
    #expect(records.count == 29)
    for record in records {
      let province = record["province"] ?? ""
      let most = Double(record["rollup_max"] ?? "") ?? -1
      var least = Double(record["rollup_min"] ?? "") ?? -1
      // The original puts Suzhou into Jiangsu; the record keeps the passage, too, that puts it into Zhejiang.
      if province == "Jiangsu" { least -= 1 }
      #expect(computed[province] == CrossTable.Bounds(certain: least, possible: most), "\(province)")
    }
  }

  @Test("are wider without Table 9 as a ceiling")
  func withoutMargins() throws {
    let narrow = try Self.rollUps()
    let wide = try Self.rollUps { $0.usesMargins = false }
    for (province, bounds) in narrow {
      let other = try #require(wide[province])
      #expect(other.certain <= bounds.certain && bounds.possible ?? 0 <= other.possible ?? 0, "\(province)")
    }
    #expect(narrow["Shandong"] != wide["Shandong"])
  }

  private static func rollUps(_ change: (inout PartnershipTable) -> Void = { _ in }) throws -> [String:
    CrossTable
    .Bounds]
  {
    var question = PartnershipTable(rows: .chineseProvince, columns: .all)
    change(&question)
    let table = try question.answer(from: Bundled.archive())
    return Dictionary(
      uniqueKeysWithValues: zip(table.rows, table.rowTotals).compactMap { row, cell in
        cell.computed.map { (row.name, $0) }
      })
  }
}
