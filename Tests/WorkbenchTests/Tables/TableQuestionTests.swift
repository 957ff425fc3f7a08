import Archive
import Diplomacy
import Interchange
import TestSupport
import Testing

@testable import Workbench

@Suite("A question for a table") struct TableQuestionTests {
  private static let dimensions = Dimension.allCases.filter(LedgerCount.counts)

  /// `answer`, which goes through every partnership by itself, is the oracle.
  @Test("is answered by the ledger as it is partnership by partnership", arguments: dimensions)
  func ledger(rows: Dimension) throws {
    for archive in [try Bundled.archive(), try SmallWorld.archive()] {
      for columns in [Dimension.all, .kind, .country, .period, .chineseProvince] {
        var table = PartnershipTable(rows: rows, columns: columns)
        table.scope = .all
        if rows == .period || columns == .period {
          table.periods = try ["1970/1989", "1990/2014", "2012/2016"].map { try Period($0) }
        }
        if columns == .kind { table.established = try Period("1990/2016") }
        if columns == .country { table.within = "cn" }
        let slow = try table.answer(from: archive)
        let quick = try table.answer(from: archive, by: archive.ledger(), memory: AxisMemory())
        #expect(Grid(quick).csv == Grid(slow).csv, "\(rows) by \(columns)")
        #expect(quick.notes == slow.notes && quick.title == slow.title)
      }
    }
  }

  /// The cell's own count is the oracle of how many stand behind it.
  @Test("has behind each cell as many as the cell counts", arguments: TableQuestion.Counted.allCases)
  func members(counted: TableQuestion.Counted) throws {
    var question = TableQuestion(counted)
    question.columns = counted == .partnerships ? "chinese-province" : counted == .events ? "year" : "terms"
    if counted == .partnerships { question.scope = "all" }
    let archive = try Bundled.archive()
    let table = try question.answer(from: archive)
    #expect(table.rows.count > 3 && table.columns.count > 1)
    for (row, head) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated() where counted != .quantities {
        let members = try question.members(row: head.key, column: other.key, in: archive)
        let count = table.cells[row][column].computed
        #expect(Double(members.count(where: \.isCertain)) == count?.certain, "\(head.key), \(other.key)")
        #expect(Double(members.count) == count?.possible, "\(head.key), \(other.key)")
      }
    }
    let all = try question.members(row: nil, column: nil, in: archive)
    if let total = table.total?.computed { #expect(Double(all.count) == total.possible) }
    #expect(Set(all.map(\.id)).count == all.count)
  }

  @Test("has the same behind each cell by the ledger as partnership by partnership")
  func ledgerMembers() throws {
    let archive = try SmallWorld.archive()
    for rows in Self.dimensions where rows != .period {
      var table = PartnershipTable(rows: rows, columns: .country)
      table.scope = .all
      let count = LedgerCount([Axis(rows), Axis(.country)])
      let ledger = try archive.ledger()
      let answer = try table.answer(from: archive)
      for row in [nil] + answer.rows.map(\.key) {
        for column in [nil] + answer.columns.map(\.key) {
          let slow = try table.members(row: row, column: column, in: archive, memory: AxisMemory())
          let quick = count.members([row, column], of: ledger, memory: AxisMemory())
          #expect(
            quick == slow.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
            "\(rows): \(row ?? "–"), \(column ?? "–")")
        }
      }
    }
  }

  @Test("names the word that cannot be read, or does not belong to what is counted")
  func refused() throws {
    let archive = try SmallWorld.archive()
    func option(_ counted: TableQuestion.Counted, _ change: (inout TableQuestion) -> Void) -> String? {
      var question = TableQuestion(counted)
      change(&question)
      do { _ = try question.answer(from: archive) } catch WorkbenchError.badOption(let name, _, _) {
        return name
      } catch { return "\(error)" }
      return nil
    }
    #expect(option(.partnerships) { _ in } == nil)
    #expect(option(.partnerships) { $0.rows = "colour" } == "--rows")
    #expect(option(.partnerships) { $0.columns = "item" } == "--columns")
    #expect(option(.partnerships) { $0.happened = "2020" } == "--happened")
    #expect(option(.partnerships) { $0.rows = "period" } == "--periods")
    #expect(option(.partnerships) { $0.periods = "2020" } == "--periods")
    #expect(option(.partnerships) { $0.rows = "activity" } == "--as-of")
    #expect(option(.partnerships) { $0.asOf = "2017" } == "--as-of")
    #expect(option(.partnerships) { $0.established = "then" } == "--established")
    #expect(option(.partnerships) { $0.kind = "friendship" } == "--kind")
    #expect(option(.partnerships) { $0.scope = "nothing" } == "--scope")
    #expect(option(.events) { $0.established = "2020" } == "--established")
    #expect(option(.quantities) { $0.rows = "giver" } == "--rows")
    #expect(option(.flows) { $0.usesMargins = false } == "--no-margins")
  }
}
