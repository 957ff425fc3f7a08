import Diplomacy

/// What a published figure comes to, and how it fares, under one supposition.
public struct Reading: Hashable, Sendable {
  /// One for each published value; empty when nothing can be computed.
  public let computed: [CheckResult.Computed]
  /// Of a figure that is merely recorded: how the record's own value compares with it, not that it is recorded.
  public let status: CheckStatus

  /// - Parameter isVerbatim: whether the record holds just what was published, which bounds cannot always tell ("less than 100").
  init(_ computed: [CheckResult.Computed], of figure: PublishedFigure, isVerbatim: Bool = false) {
    let isWhole = computed.count == figure.published.count
    self.computed = isWhole ? computed : []
    status =
      isVerbatim
      ? .reproduced
      : isWhole
        ? Judgement.worst(
          zip(figure.published, computed).map { Judgement.status($0, $1, tolerance: figure.tolerance) })
        : .notRecomputable
  }

  init(_ result: CheckResult) {
    computed = result.computed
    status = result.status
  }

  /// `12`, `12–14`; lists joined by semicolons; a dash when nothing can be computed.
  public var text: String { computed.isEmpty ? "–" : computed.map(\.text).joined(separator: "; ") }

  /// The text with the status's mark: `12 ✓`.
  public var marked: String { computed.isEmpty ? "nothing to compute it from" : "\(text) \(status.mark)" }
}

extension Sequence<[CheckResult.Computed]> {
  /// From the least to the most that any of them allows, value by value; those that could not be computed are left out.
  var hull: [CheckResult.Computed] {
    let all = filter { !$0.isEmpty }
    guard let first = all.first else { return [] }
    return first.indices.map { place in
      let values = all.map { $0[place] }
      let (lows, highs) = (values.map(\.certain), values.map(\.possible))
      return CheckResult.Computed(
        certain: lows.contains(nil) ? nil : lows.compactMap(\.self).min(),
        possible: highs.contains(nil) ? nil : highs.compactMap(\.self).max())
    }
  }
}
