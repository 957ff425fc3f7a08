import Chronology

/// What a partnership adds to a counter: a possible one in the upper 32 bits, and where it is certain one in the lower, too.
///
/// Weights are joined bit by bit: `&` of two is the weight of both answers holding, `|` that of either.
enum Weight {
  static let no: UInt64 = 0
  static let possibly: UInt64 = 1 << 32
  static let certainly: UInt64 = 1 << 32 | 1
}

extension Trichotomy {
  var weight: UInt64 {
    switch self {
    case .no: Weight.no
    case .possibly: Weight.possibly
    case .certainly: Weight.certainly
    }
  }
}
