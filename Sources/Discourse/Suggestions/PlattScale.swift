import Foundation

/// Makes probabilities of decisions, 1 / (1 + exp(a · decision + b)) (Platt 2000, “Probabilities for SV machines”).
struct PlattScale: Hashable, Sendable {
  let a: Double
  let b: Double

  /// The likeliest a and b for decisions on examples of which it is known what they are, by Newton's method with backtracking (Lin, Lin and Weng
  /// 2007, “A note on Platt's probabilistic outputs for support vector machines”, whose pseudocode this is). An example counts as nearly, not
  /// wholly, what it is: (n + 1) / (n + 2) of n positive ones, 1 / (n + 2) of n negative ones.
  ///
  /// - Parameter decisions: none from a machine that has seen the example.
  init(_ decisions: [Double], _ isPositive: [Bool]) {
    let positive = Double(isPositive.count { $0 })
    let negative = Double(isPositive.count) - positive
    let targets = isPositive.map { $0 ? (positive + 1) / (positive + 2) : 1 / (negative + 2) }
    var (a, b) = (0.0, log((negative + 1) / (positive + 1)))
    func loss(_ a: Double, _ b: Double) -> Double {
      zip(decisions, targets).reduce(0) { sum, example in
        let value = example.0 * a + b
        return sum
          + (value >= 0
            ? example.1 * value + log1p(exp(-value)) : (example.1 - 1) * value + log1p(exp(value)))
      }
    }
    var best = loss(a, b)
    newton: for _ in 0..<100 {
      // A little is added to the diagonal, so that it can be inverted.
      var (aa, bb, ab, slopeA, slopeB) = (1e-12, 1e-12, 0.0, 0.0, 0.0)
      for (decision, target) in zip(decisions, targets) {
        let probability = Self.probability(decision * a + b)
        let weight = probability * (1 - probability)
        aa += decision * decision * weight
        bb += weight
        ab += decision * weight
        slopeA += decision * (target - probability)
        slopeB += target - probability
      }
      if abs(slopeA) < 1e-9, abs(slopeB) < 1e-9 { break }
      let determinant = aa * bb - ab * ab
      let stepA = -(bb * slopeA - ab * slopeB) / determinant
      let stepB = -(aa * slopeB - ab * slopeA) / determinant
      let descent = slopeA * stepA + slopeB * stepB
      var size = 1.0
      while true {
        let (nextA, nextB) = (a + size * stepA, b + size * stepB)
        let next = loss(nextA, nextB)
        if next < best + 1e-4 * size * descent {
          (a, b, best) = (nextA, nextB, next)
          break
        }
        size /= 2
        if size < 1e-10 { break newton }
      }
    }
    (self.a, self.b) = (a, b)
  }

  func probability(_ decision: Double) -> Double { Self.probability(a * decision + b) }

  private static func probability(_ value: Double) -> Double {
    value >= 0 ? exp(-value) / (1 + exp(-value)) : 1 / (1 + exp(value))
  }
}
