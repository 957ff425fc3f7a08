/// Numbers the combinations of places on several axes, as the digits of a number are: the last axis goes round first.
struct Numbering: Sendable {
  /// How many places each axis has, 1 where it has none.
  let sizes: [Int]
  /// How far apart the combinations of neighbouring places of each axis are.
  let strides: [Int]
  /// How many combinations there are.
  let total: Int

  /// - Returns: nil where there are too many to number: 2^62 or more.
  init?(sizes: [Int]) {
    var strides = [Int](repeating: 1, count: sizes.count)
    var total = 1
    for axis in sizes.indices.reversed() {
      strides[axis] = total
      let (product, isOver) = total.multipliedReportingOverflow(by: max(1, sizes[axis]))
      if isOver || product >= 1 << 62 { return nil }
      total = product
    }
    (self.sizes, self.strides, self.total) = (sizes.map { max(1, $0) }, strides, total)
  }

  /// The place on an axis that a combination has.
  func place(_ number: Int, on axis: Int) -> Int { number / strides[axis] % sizes[axis] }
}
