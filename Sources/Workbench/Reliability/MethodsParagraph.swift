import Chronology
public import Discourse

/// What a paper says of the reliability of its coding, ready to be pasted.
public enum MethodsParagraph {
  public static func text(_ reliability: Reliability) -> String {
    let ratings = reliability.ratings
    let alone = ratings.units.count - ratings.sharedUnits
    var sentences = [
      "Reliability was assessed on \(ratings.sharedUnits.of("unit")) rated by two or more of \(ratings.coderCount.of("coder"))"
        + (alone > 0 ? "; \(alone.of("further unit")) had one rating only" : "")
        + " (\(ratings.count.of("rating")) in \(ratings.scale.categories.count) categories)."
    ]
    sentences.append(alpha(reliability))
    let others = reliability.coefficients.compactMap { coefficient, estimate -> String? in
      guard coefficient != .alpha, coefficient != .percent, let value = estimate.value else { return nil }
      guard coefficient != .scottPi || ratings.coderCount == 2 else { return nil }
      return "\(coefficient.name) = \(ReliabilityText.figure(value))"
    }
    if !others.isEmpty { sentences.append("Further coefficients: \(others.joined(separator: ", ")).") }
    sentences += pairs(reliability)
    if let percent = reliability[.percent]?.value {
      sentences.append("Coders agreed in \(ReliabilityText.percent(percent)) of pairs of ratings.")
    }
    if ratings.count < ratings.units.count * ratings.coderCount {
      sentences.append(
        "Missing ratings were treated as by Krippendorff (2011) in α and as by Gwet (2014) in the other coefficients."
      )
    }
    return sentences.joined(separator: " ")
  }

  private static func alpha(_ reliability: Reliability) -> String {
    let level = reliability.ratings.scale.level.rawValue
    switch reliability[.alpha] {
    case .value(let value, let interval):
      let told = interval.map { interval in
        let bootstrap = reliability.bootstrap
        return
          ", 95 % interval \(ReliabilityText.figure(interval.low)) to \(ReliabilityText.figure(interval.high)) (percentile bootstrap, \(bootstrap?.resamples ?? 0) resamples of units, seed \(bootstrap?.seed ?? 0))"
      }
      return "Krippendorff’s α = \(ReliabilityText.figure(value)) (\(level))\(told ?? "")."
    case .undefined(let why): return "Krippendorff’s α (\(level)) is undefined: \(why.text)."
    case nil: return ""
    }
  }

  private static func pairs(_ reliability: Reliability) -> [String] {
    let kappas = reliability.pairs.compactMap(\.kappa.value)
    guard let low = kappas.min(), let high = kappas.max() else { return [] }
    let undefined = reliability.pairs.count - kappas.count
    let rest = undefined > 0 ? "; for \(undefined.of("pair")) it is undefined" : ""
    guard reliability.pairs.count > 1 else { return ["Cohen’s κ = \(ReliabilityText.figure(low))."] }
    return [
      "Cohen’s κ of pairs of coders ranged from \(ReliabilityText.figure(low)) to \(ReliabilityText.figure(high))\(rest)."
    ]
  }
}
