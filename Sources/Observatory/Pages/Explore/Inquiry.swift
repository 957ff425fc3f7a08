import Archive
import Diplomacy
import Workbench

/// What a visitor asks the record by the form: a question for a table, how the record is to be seen, and how the answer is to be drawn.
struct Inquiry: Hashable, Sendable {
  /// How the table is drawn above itself.
  enum View: String, CaseIterable { case table, bars, heat, line }

  var question: TableQuestion
  var policy: String?
  var knownAt: String?
  var view = View.table

  /// Reads an address. What is left empty is not asked; what belongs to another sort of count is passed over, since one form has the fields of all.
  ///
  /// - Throws: `ObservatoryError.badParameter` for a count or view that there is not, or a text that is too long. The rest is read when the question is answered.
  init(_ ask: Ask) throws {
    func text(_ name: String) throws -> String? {
      guard let text = ask.query[name], !text.isEmpty else { return nil }
      return try ask.text(name, atMost: 200)
    }
    func word<W: RawRepresentable & CaseIterable>(_ name: String, _ standard: W) throws -> W
    where W.RawValue == String {
      guard let text = try text(name) else { return standard }
      guard let word = W(rawValue: text) else {
        throw ObservatoryError.badParameter(
          name: name, found: text, expected: W.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return word
    }
    question = TableQuestion(try word("count", TableQuestion.Counted.partnerships))
    let dimensions = TableQuestion.dimensions(of: question.counted)
    let others = TableQuestion.Counted.allCases.flatMap(TableQuestion.dimensions)
    func dimension(_ name: String) throws -> String? {
      let text = try text(name)
      return text.flatMap { !dimensions.contains($0) && others.contains($0) ? nil : $0 }
    }
    question.rows = try dimension("rows")
    question.columns = try dimension("columns") ?? "all"
    question.within = try text("within")
    let usesPeriods = [question.rows, question.columns].contains("period")
    question.periods = usesPeriods ? try text("periods") : nil
    if question.counted == .partnerships {
      question.established = try text("established")
      question.asOf = try text("as-of")
      question.kind = try text("kind")
      question.scope = try text("scope")
      question.usesMargins = try text("margins") != "no"
    } else {
      question.happened = try text("happened")
    }
    policy = try text("policy")
    knownAt = try text("known-at")
    view = try word("view", .table)
  }

  /// The way through which the record is to be seen.
  func lens(of archive: ArchiveStore) throws -> Lens {
    let own = try archive.lens()
    let policy = try policy.map { text in
      guard let policy = Policy(text) else {
        throw WorkbenchError.badOption(
          name: "--policy", value: text,
          expected: "undecided, earliest-source, latest-source, lowest, highest, or first:SOURCE,…")
      }
      return policy
    }
    guard policy != nil || knownAt != nil else { return own }
    let moment = try knownAt.map { text in
      guard let moment = Moment(text) else {
        throw WorkbenchError.badOption(
          name: "--known-at", value: text, expected: "a day, or a moment such as 2026-01-31T12:00:00Z")
      }
      return moment.text
    }
    return Lens(policy: policy ?? .undecided, validOn: nil, knownAt: moment)
  }

  /// The record as it is to be seen.
  func archive(_ record: Record) throws -> ArchiveStore {
    try record.lenses.archive(through: lens(of: record.archive), of: record)
  }

  /// What stands in the address: only what is not as it would be without.
  var parameters: [(name: String, value: String?)] {
    [
      ("count", question.counted == .partnerships ? nil : question.counted.rawValue),
      ("rows", question.rows), ("columns", question.columns == "all" ? nil : question.columns),
      ("established", question.established), ("happened", question.happened), ("periods", question.periods),
      ("as-of", question.asOf), ("within", question.within), ("kind", question.kind),
      ("scope", question.scope), ("margins", question.usesMargins ? nil : "no"), ("policy", policy),
      ("known-at", knownAt), ("view", view == .table ? nil : view.rawValue),
    ]
  }

  /// What the rows are, asked for or not.
  var rows: String { question.rows ?? TableQuestion.standardRows(of: question.counted) }

  /// "by country and Chinese province".
  var grouping: String {
    let axes = [rows, question.columns].filter { $0 != "all" }.map(Self.spoken)
    return axes.isEmpty ? "" : "by " + axes.joined(separator: " and ")
  }

  /// "chinese-province" as people write it.
  static func spoken(_ dimension: String) -> String {
    dimension.onPage.replacing("-", with: " ").replacing("chinese", with: "Chinese")
  }

  /// The address of the inquiry under a path.
  func address(_ path: String, _ more: [(name: String, value: String?)] = []) -> String {
    Address.asking(path, parameters + more)
  }

  /// As it is typed into a shell.
  func command(archive name: String) -> String {
    let options =
      question.arguments
      + [policy.map { "--policy=\($0)" }, knownAt.map { "--known-at=\($0)" }].compactMap(\.self)
    return (["entente"] + options + ["--archive=\(name)"]).map(\.quotedForShell).joined(separator: " ")
  }
}
