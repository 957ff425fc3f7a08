import CLiblinear

/// Documents as LIBLINEAR takes them, once for all that is learned from them.
final class TrainingRows: @unchecked Sendable {
  /// Features, the bias included, which is the last.
  let features: Int
  private let cells: UnsafeMutablePointer<feature_node>
  private let starts: [Int]

  init(_ features: DocumentFeatures, documents: [Int]) {
    self.features = features.count + 1
    var all: [feature_node] = []
    var starts: [Int] = []
    for document in documents {
      starts.append(all.count)
      // LIBLINEAR numbers features from 1, in rising order.
      for cell in features.cells(of: document).sorted(by: { $0.feature < $1.feature }) {
        all.append(feature_node(index: Int32(cell.feature) + 1, value: cell.weight))
      }
      all.append(feature_node(index: Int32(self.features), value: 1))
      all.append(feature_node(index: -1, value: 0))
    }
    self.starts = starts
    cells = .allocate(capacity: all.count)
    cells.initialize(from: all, count: all.count)
  }

  deinit { cells.deallocate() }

  var count: Int { starts.count }

  /// Only read, although LIBLINEAR does not promise it in its types.
  subscript(row: Int) -> UnsafeMutablePointer<feature_node> { cells + starts[row] }
}

/// A linear support vector machine: minimises ½ wᵀw + C Σ max(0, 1 − y wᵀx)², where y is 1 for documents that have the code and −1 for others, and
/// the bias is a weight like the others (Fan and others 2008, “LIBLINEAR”).
struct LinearClassifier: Sendable {
  /// LIBLINEAR stops where the gradient is so small beside the first one: its decisions are right to four digits or so then.
  private static let tolerance = 1e-5

  /// Of each feature; the last is the bias.
  let weights: [Double]

  /// Nil where the examples are not of both kinds.
  ///
  /// - Parameters:
  ///   - rows: places among the training rows.
  ///   - isPositive: of each training row.
  ///   - cost: C, above 0: the higher, the closer it keeps to the examples.
  init?(_ training: TrainingRows, rows: [Int], isPositive: [Bool], cost: Double) {
    var pointers: [UnsafeMutablePointer<feature_node>?] = rows.map { training[$0] }
    var classes = rows.map { isPositive[$0] ? 1.0 : -1 }
    var weights = [Double](repeating: 0, count: training.features)
    let isTrained = liblinear_train(
      &pointers, &classes, Int32(rows.count), Int32(training.features), cost, Self.tolerance, &weights)
    guard isTrained != 0 else { return nil }
    self.weights = weights
  }

  /// Above 0 for documents that rather have the code.
  func decision(_ cells: [DocumentFeatures.Cell]) -> Double {
    cells.reduce(weights[weights.count - 1]) { $0 + weights[$1.feature] * $1.weight }
  }

  func decision(_ row: UnsafeMutablePointer<feature_node>) -> Double {
    var (sum, cell) = (0.0, row)
    while cell.pointee.index > 0 {
      sum += weights[Int(cell.pointee.index) - 1] * cell.pointee.value
      cell += 1
    }
    return sum
  }
}
