import Diplomacy
import Workbench

/// What can be chosen, and what is.
struct ExploreForm: Sendable {
  let counts: [Choice]
  let rows: [Choice]
  let columns: [Choice]
  let views: [Choice]
  let kinds: [Choice]
  let scopes: [Choice]
  let margins: [Choice]
  let policies: [Choice]
  let isOfPartnerships: Bool
  let usesPeriods: Bool
  let established: String
  let happened: String
  let periods: String
  let asOf: String
  let within: String
  let knownAt: String

  init(_ inquiry: Inquiry, _ record: Record) throws {
    let question = inquiry.question
    isOfPartnerships = question.counted == .partnerships
    counts = TableQuestion.Counted.allCases.map {
      Choice($0.rawValue, $0.rawValue.capitalized, isChosen: $0 == question.counted)
    }
    let dimensions = TableQuestion.dimensions(of: question.counted)
    rows = Choice.all(
      dimensions,
      none: "(\(isOfPartnerships ? "country" : question.counted == .events ? "type" : "item"))",
      chosen: question.rows)
    columns = dimensions.map {
      Choice($0, $0 == "all" ? "(none)" : $0, isChosen: $0 == question.columns)
    }
    views = zip(Inquiry.View.allCases, ["Table only", "Bars", "Heat map", "Line"]).map {
      Choice($0.rawValue, $1, isChosen: $0 == inquiry.view)
    }
    kinds = Choice.all(PartnershipKind.words, none: "(any)", chosen: question.kind)
    scopes = Choice.all(
      ["all"] + (try record.archive.inventories().prefix(100).map(\.text)),
      none: "(the one census, if there is one)",
      chosen: question.scope)
    margins = [
      Choice("", "narrow the cells", isChosen: question.usesMargins),
      Choice("no", "leave the cells as they are", isChosen: !question.usesMargins),
    ]
    policies = Choice.all(
      try record.archive.policies().prefix(100).map(\.description), none: "(as served)",
      chosen: inquiry.policy)
    usesPeriods = [question.rows, question.columns].contains("period")
    (established, happened) = ((question.established ?? "").onPage, (question.happened ?? "").onPage)
    (periods, asOf) = ((question.periods ?? "").onPage, (question.asOf ?? "").onPage)
    (within, knownAt) = ((question.within ?? "").onPage, (inquiry.knownAt ?? "").onPage)
  }
}
