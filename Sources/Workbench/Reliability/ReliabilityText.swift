public import Discourse
import Foundation
public import Interchange

/// How far coders agree, for people.
public enum ReliabilityText {
  /// How many categories, and kinds of disagreement, are listed.
  private static let listed = 15

  public static func grids(_ reliability: Reliability) -> [Grid] {
    [
      coefficients(reliability), codes(reliability), pairs(reliability), kinds(reliability),
      coders(reliability),
    ].filter { !$0.rows.isEmpty }
  }

  private static func coefficients(_ reliability: Reliability) -> Grid {
    let ratings = reliability.ratings
    var notes = reliability.coefficients.reduce(into: [String]()) { notes, one in
      guard case .undefined(let why) = one.estimate else { return }
      let note = "Undefined: \(why.text)."
      if !notes.contains(note) { notes.append(note) }
    }
    if let unpaired = reliability.unpaired { notes.append("Cohen’s κ is undefined: \(unpaired.text).") }
    if let bootstrap = reliability.bootstrap {
      notes.append(
        "Intervals hold 95 % of \(bootstrap.resamples) resamples of the units; seed \(bootstrap.seed).")
      notes += leftOut(reliability.coefficients.map(\.estimate))
    }
    return Grid(
      header: ["Coefficient", "Value", "95 % interval"],
      rows: reliability.coefficients.map { coefficient, estimate in
        [coefficient.name, value(estimate), interval(estimate)]
      }, numeric: [1, 2],
      title:
        "\(ratings.units.count) units, \(ratings.coderCount) coders, \(ratings.count) ratings, \(ratings.scale.level.rawValue); \(ratings.sharedUnits) units rated twice or more",
      notes: notes)
  }

  private static func leftOut(_ estimates: [Estimate]) -> [String] {
    let most = estimates.compactMap { $0.interval?.leftOut }.max() ?? 0
    return most > 0 ? ["In up to \(most) resamples a coefficient was undefined; these are left out."] : []
  }

  /// Of two values, the α of either is that of the table.
  private static func codes(_ reliability: Reliability) -> Grid {
    let codes = reliability.codes
    return Grid(
      header: ["Value", "Times", "α", "95 % interval"],
      rows: (codes.count > 2 ? codes.prefix(listed) : []).map { code in
        [code.category, String(code.times), value(code.alpha), interval(code.alpha)]
      }, numeric: [1, 2, 3], title: "Each value against all others",
      notes: leftOut(codes.prefix(listed).map(\.alpha))
        + (codes.count > listed ? ["\(codes.count - listed) more; --json lists all."] : []))
  }

  private static func pairs(_ reliability: Reliability) -> Grid {
    Grid(
      header: ["Coders", "", "Units of both", "Alike", "Cohen’s κ", "95 % interval", "Holsti"],
      rows: reliability.pairs.map { pair in
        [
          pair.first, pair.second, String(pair.units), pair.agreement.map(percent) ?? "", value(pair.kappa),
          interval(pair.kappa), value(pair.holsti),
        ]
      }, numeric: [2, 3, 4, 5, 6], title: "Pairs of coders",
      notes: reliability.pairs.reduce(into: [String]()) { notes, pair in
        guard case .undefined(let why) = pair.kappa, !notes.contains("Undefined: \(why.text).") else {
          return
        }
        notes.append("Undefined: \(why.text).")
      })
  }

  private static func kinds(_ reliability: Reliability) -> Grid {
    let kinds = reliability.disagreements.kinds
    return Grid(
      header: ["Values", "", "Times", "Most often between", ""],
      rows: kinds.prefix(listed).map { kind in
        [
          kind.first, kind.second, String(kind.times),
          kind.most.map { "\($0.first) and \($0.second)" } ?? "", kind.most.map { String($0.times) } ?? "",
        ]
      }, numeric: [2, 4], title: "What they disagree on",
      notes: kinds.count > listed ? ["\(kinds.count - listed) more; --json lists all."] : [])
  }

  private static func coders(_ reliability: Reliability) -> Grid {
    Grid(
      header: ["Coder", "Ratings", "Compared with another’s", "Differing", ""],
      rows: reliability.disagreements.coders.map { coder in
        [
          coder.name, String(coder.ratings), String(coder.compared), String(coder.differing),
          coder.compared > 0 ? percent(Double(coder.differing) / Double(coder.compared)) : "",
        ]
      }, numeric: [1, 2, 3, 4], title: "Who disagrees with the others")
  }

  /// As the APA writes what cannot exceed 1: three digits, and no zero before the point.
  static func figure(_ value: Double) -> String {
    let text = String(format: "%.3f", abs(value))
    let digits = text.hasPrefix("0") ? String(text.dropFirst()) : text
    return value < 0 && digits != ".000" ? "−" + digits : digits
  }

  static func value(_ estimate: Estimate) -> String { estimate.value.map(figure) ?? "undefined" }

  static func interval(_ estimate: Estimate) -> String {
    estimate.interval.map { "\(figure($0.low)) to \(figure($0.high))" } ?? ""
  }

  static func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
}

extension Ratings {
  /// How many coders there are; where they are not named, the most that rated one unit.
  var coderCount: Int { coders.isEmpty ? mostRatings : coders.count }
}
