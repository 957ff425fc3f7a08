public import Archive
import Diplomacy
import Foundation

/// Runs a study's checks over an archive's snapshot.
public struct StudyRunner {
  let archive: ArchiveStore

  public init(_ archive: ArchiveStore) { self.archive = archive }

  /// One result for every published figure, in the study's order.
  ///
  /// - Throws: `WorkbenchError.studyQuery` when a query does not run or lacks a column.
  public func check(_ study: Study) throws -> [CheckResult] {
    try study.checks.flatMap { group in
      try group.figures.map { figure in try check(figure, group, study.id) }
    }
  }

  func check(_ figure: PublishedFigure, _ group: CheckGroup, _ study: String) throws -> CheckResult {
    let parameters = group.parameters.merging(figure.parameters) { $1 }
    switch group.method {
    case .missing(let missing):
      return CheckResult(
        study: study, figure: figure, status: .notRecomputable, computed: [], statements: [], missing: missing
      )
    case .computed(let sql):
      let outcome = try evaluateOnLadders(sql, parameters, study, figure.id)
      guard outcome.computed.count == figure.published.count else {
        return CheckResult(
          study: study, figure: figure, status: .notRecomputable, computed: [],
          statements: outcome.statements,
          missing: "statements that the query counts or adds; the record no longer holds them all")
      }
      let statuses = zip(figure.published, outcome.computed).map {
        Judgement.status($0, $1, tolerance: figure.tolerance)
      }
      return CheckResult(
        study: study, figure: figure, status: Judgement.worst(statuses), computed: outcome.computed,
        statements: outcome.statements, missing: nil)
    case .recorded:
      return try recorded(figure, parameters, study)
    }
  }

  /// What a check's query gives; one that asks for `:ladder` where the study gives none, what lies between those on record.
  private func evaluateOnLadders(
    _ sql: String, _ parameters: [String: String], _ study: String, _ part: String
  ) throws -> (computed: [CheckResult.Computed], statements: [StatementID]) {
    guard sql.contains(":ladder"), parameters["ladder"] == nil else {
      return try evaluate(sql, parameters, study, part)
    }
    let outcomes = try archive.ladders().map {
      try evaluate(sql, parameters.merging(["ladder": $0]) { $1 }, study, part)
    }
    return (outcomes.map(\.computed).hull, Set(outcomes.flatMap(\.statements)).sorted())
  }

  /// What a check's query gives: a row of NULLs is nothing.
  private func evaluate(
    _ sql: String, _ parameters: [String: String], _ study: String, _ part: String
  ) throws -> (computed: [CheckResult.Computed], statements: [StatementID]) {
    let table = try query(sql, parameters, study, part, needing: ["certain", "possible", "statements"])
    var computed: [CheckResult.Computed] = []
    var statements: [StatementID] = []
    for row in table.records {
      if case .text(let list)? = row["statements"] {
        let ids = (try? JSONSerialization.jsonObject(with: Data(list.utf8))) as? [Any] ?? []
        for id in ids.compactMap({ $0 as? String }) where !statements.contains(StatementID(id)) {
          statements.append(StatementID(id))
        }
      }
      if let certain = row["certain"]?.number, let possible = row["possible"]?.number {
        computed.append(CheckResult.Computed(certain: certain, possible: possible))
      }
    }
    return (computed, statements)
  }

  /// The entities that a recorded figure names: one a published value, semicolons between.
  static func entities(_ parameters: [String: String]) -> [String] {
    (parameters["entity"] ?? "").split(separator: ";").map { $0.split(separator: " ").joined() }
  }

  private func recorded(_ figure: PublishedFigure, _ parameters: [String: String], _ study: String) throws
    -> CheckResult
  {
    let entities = Self.entities(parameters)
    let property = parameters["property"] ?? "value"
    var computed: [CheckResult.Computed] = []
    var statements: [StatementID] = []
    for entity in entities {
      let claims = try query(
        "SELECT statement, value FROM claim WHERE entity = :entity AND property = :property AND kind IN ('observation', 'flow')",
        ["entity": entity, "property": property], study, figure.id, needing: ["statement", "value"])
      let amounts = claims.records.compactMap { row in
        (try? Amount(row["value"]?.text ?? "")).map { (row, $0) }
      }
      // Of rival statements on the figure, those that agree with this document's.
      let agreeing = amounts.filter { claim in figure.published.contains { $0.isCompatible(with: claim.1) } }
      let heard = agreeing.isEmpty ? amounts : agreeing
      guard let first = heard.first else { continue }
      computed.append(CheckResult.Computed(certain: first.1.lowest, possible: first.1.highest))
      statements += heard.compactMap { $0.0["statement"].map { StatementID($0.text) } }
    }
    guard computed.count == figure.published.count else {
      return CheckResult(
        study: study, figure: figure, status: .notRecomputable, computed: [], statements: [],
        missing: "a statement that records it (\(entities.joined(separator: ", ")))")
    }
    let agrees = zip(figure.published, computed).allSatisfy {
      Judgement.status($0, $1, tolerance: figure.tolerance) != .differs
    }
    return CheckResult(
      study: study, figure: figure, status: agrees ? .recorded : .differs, computed: computed,
      statements: statements,
      missing: nil)
  }

  /// Runs a study's query and sees to it that it gives the columns wanted.
  func query(
    _ sql: String, _ parameters: [String: String], _ study: String, _ part: String, needing columns: [String]
  ) throws -> ResultTable {
    let table: ResultTable
    do { table = try archive.query(sql, parameters) } catch ArchiveError.query(let reason) {
      throw WorkbenchError.studyQuery(study: study, part: part, reason: reason)
    }
    for column in columns where !table.columns.contains(column) {
      throw WorkbenchError.studyQuery(
        study: study, part: part,
        reason: "the query gives no column '\(column)', but \(table.columns.joined(separator: ", "))")
    }
    return table
  }
}
