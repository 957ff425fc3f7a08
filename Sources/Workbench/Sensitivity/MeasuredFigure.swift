import Archive
import Diplomacy

/// A published figure that can be read again of a record that is supposed to be otherwise.
struct MeasuredFigure: Sendable {
  let study: String
  let figure: PublishedFigure
  private let group: CheckGroup
  private let parameters: [String: String]
  /// Of a recorded figure: the query for the value that the record's entity has come to.
  private let resolved: String?

  /// Nil where nothing can be measured: the data are not on record.
  init?(_ figure: PublishedFigure, _ group: CheckGroup, of study: String) {
    self.study = study
    self.figure = figure
    self.group = group
    parameters = group.parameters.merging(figure.parameters) { $1 }
    switch group.method {
    case .missing: return nil
    case .computed: resolved = nil
    case .recorded:
      let property = parameters["property"] ?? "value"
      guard ["value", "quantity", "affected"].contains(property) else { return nil }
      let kinds = property == "value" ? ["observation", "flow"] : ["flow"]
      resolved = kinds.map { kind in
        """
        SELECT \(property) AS text, \(property)_lowest AS low, \(property)_highest AS high FROM \(kind)
        WHERE id = :entity AND \(property) IS NOT NULL
        """
      }.joined(separator: " UNION ALL ")
    }
  }

  /// Whether a change of the record can change the reading.
  func isTouched(by change: Change, in archive: ArchiveStore) throws -> Bool {
    if case .computed(let sql) = group.method { return try archive.reads(sql, anyOf: change) }
    return try resolved.map { try archive.reads($0, anyOf: change) } ?? false
  }

  func result(_ runner: StudyRunner) throws -> CheckResult { try runner.check(figure, group, study) }

  func reading(_ runner: StudyRunner) throws -> Reading {
    guard let resolved else { return Reading(try result(runner)) }
    let values = try entities.compactMap { try runner.archive.query(resolved, ["entity": $0]).records.first }
    return Reading(
      values.map { CheckResult.Computed(certain: $0["low"]?.number, possible: $0["high"]?.number) },
      of: figure, isVerbatim: values.map { $0["text"]?.text } == figure.published.map(\.text))
  }

  /// The entities that hold a recorded figure.
  private var entities: [String] { StudyRunner.entities(parameters) }
}
