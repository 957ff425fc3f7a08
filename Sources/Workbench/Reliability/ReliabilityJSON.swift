public import Discourse

/// How far coders agree, as JSON; Documentation/Formats.md describes it.
public enum ReliabilityJSON {
  public static func text(_ reliability: Reliability) -> String { json(reliability).text(pretty: true) }

  static func json(_ reliability: Reliability) -> JSON {
    let ratings = reliability.ratings
    return .object([
      .init("units", count(ratings.units.count)),
      .init("coders", count(ratings.coderCount)),
      .init("ratings", count(ratings.count)),
      .init("shared_units", count(ratings.sharedUnits)),
      .init("level", .string(ratings.scale.level.rawValue)),
      .init("categories", .array(ratings.scale.categories.map { .string($0) })),
      .init(
        "bootstrap",
        reliability.bootstrap.map {
          .object([.init("resamples", count($0.resamples)), .init("seed", .integer(Int64($0.seed)))])
        } ?? .null),
      .init("coefficients", coefficients(reliability)),
      .init("by_category", .array(reliability.codes.map(code))),
      .init("disagreements", .array(reliability.disagreements.kinds.map(disagreement))),
      .init("by_coder", .array(reliability.disagreements.coders.map(coder))),
      .init("methods", .string(MethodsParagraph.text(reliability))),
    ])
  }

  private static func coefficients(_ reliability: Reliability) -> JSON {
    var members = reliability.coefficients.map { coefficient, estimate in
      JSON.Member(coefficient.rawValue, .object(self.estimate(estimate)))
    }
    let pairs = reliability.pairs.map { pair in
      JSON.object(
        [
          .init("coders", .array([.string(pair.first), .string(pair.second)])),
          .init("units", count(pair.units)), .init("alike", count(pair.alike)),
        ] + estimate(pair.kappa))
    }
    let kappas = reliability.unpaired.map { JSON.object(estimate(.undefined($0))) } ?? .array(pairs)
    let place = members.firstIndex { $0.key == Coefficient.fleissKappa.rawValue }.map { $0 + 1 } ?? 0
    members.insert(.init(Coefficient.cohenKappa.rawValue, kappas), at: place)
    return .object(members)
  }

  static func estimate(_ estimate: Estimate) -> [JSON.Member] {
    switch estimate {
    case .undefined(let why): [.init("undefined", .string(why.text))]
    case .value(let value, let interval):
      [
        .init("value", .number(value)),
        .init("low", interval.map { .number($0.low) } ?? .null),
        .init("high", interval.map { .number($0.high) } ?? .null),
      ]
        + (interval.map { $0.leftOut > 0 ? [.init("resamples_left_out", count($0.leftOut))] : [] } ?? [])
    }
  }

  private static func code(_ code: Reliability.Code) -> JSON {
    .object(
      [.init("category", .string(code.category)), .init("times", count(code.times))] + estimate(code.alpha))
  }

  private static func disagreement(_ kind: Disagreements.Kind) -> JSON {
    .object([
      .init("values", .array([.string(kind.first), .string(kind.second)])),
      .init("times", count(kind.times)),
      .init(
        "most",
        kind.most.map {
          .object([
            .init("coders", .array([.string($0.first), .string($0.second)])), .init("times", count($0.times)),
          ])
        } ?? .null),
    ])
  }

  private static func coder(_ coder: Disagreements.Coder) -> JSON {
    .object([
      .init("coder", .string(coder.name)), .init("ratings", count(coder.ratings)),
      .init("compared", count(coder.compared)), .init("differing", count(coder.differing)),
    ])
  }

  private static func count(_ number: Int) -> JSON { .integer(Int64(number)) }
}
