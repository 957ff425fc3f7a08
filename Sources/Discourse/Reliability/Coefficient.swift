/// A measure of how far coders agree.
public enum Coefficient: String, CaseIterable, Sendable {
  /// Krippendorff's α (2011; 2019, chapter 12), at the level of the ratings.
  case alpha
  /// Fleiss's κ (1971), with missing ratings as in Gwet (2014).
  case fleissKappa = "fleiss_kappa"
  /// Cohen's κ (1960), of two coders.
  case cohenKappa = "cohen_kappa"
  /// Scott's π (1955). Fleiss's κ is its extension to several coders, and is what this comes to.
  case scottPi = "scott_pi"
  /// Gwet's AC1 (2008).
  case ac1
  /// Gwet's AC2 (2014): AC1 with weights, for values that have an order.
  case ac2
  /// Brennan and Prediger's κ (1981).
  case brennanPrediger = "brennan_prediger"
  /// Holsti's coefficient of reliability (1969), the mean over pairs of coders.
  case holsti
  /// The share of pairs of ratings of one unit that are the same, the mean over units.
  case percent

  public var name: String {
    switch self {
    case .alpha: "Krippendorff’s α"
    case .fleissKappa: "Fleiss’s κ"
    case .cohenKappa: "Cohen’s κ"
    case .scottPi: "Scott’s π"
    case .ac1: "Gwet’s AC1"
    case .ac2: "Gwet’s AC2"
    case .brennanPrediger: "Brennan–Prediger"
    case .holsti: "Holsti"
    case .percent: "agreement"
    }
  }
}
