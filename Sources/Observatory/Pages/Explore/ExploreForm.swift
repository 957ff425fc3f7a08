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
    rows = Self.choices(dimensions, chosen: inquiry.rows)
    columns = Self.choices(dimensions, chosen: question.columns)
    views = zip(Inquiry.View.allCases, ["Table only", "Bars", "Heat map", "Line"]).map {
      Choice($0.rawValue, $1, isChosen: $0 == inquiry.view)
    }
    kinds = Choice.all(PartnershipKind.words, none: "(any)", chosen: question.kind)
    scopes = Self.scopes(try record.archive.inventories().map(\.text), chosen: question.scope)
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

  private static func choices(_ dimensions: [String], chosen: String) -> [Choice] {
    (dimensions + (dimensions.contains(chosen) ? [] : [chosen])).map {
      Choice($0, $0 == "all" ? "(none)" : Inquiry.spoken($0), isChosen: $0 == chosen)
    }
  }

  /// Where there is just one census, that is counted unless all is asked for.
  private static func scopes(_ censuses: [String], chosen: String?) -> [Choice] {
    let only = censuses.count == 1 ? censuses[0] : nil
    let others = ["all"] + censuses.prefix(100)
    let strange = chosen.map { others.contains($0) ? [] : [$0] } ?? []
    return [Choice("", only.map { "census: \($0.onPage)" } ?? "(all on record)", isChosen: chosen == nil)]
      + (others + strange).filter { $0 != (only ?? "all") || $0 == chosen }.map {
        Choice($0, $0 == "all" ? "all on record" : "census: \($0.onPage)", isChosen: $0 == chosen)
      }
  }
}
