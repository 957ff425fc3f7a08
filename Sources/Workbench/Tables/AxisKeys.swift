/// The keys of an axis, numbered in the order they are shown in.
struct AxisKeys: Sendable {
  let all: [String]
  private let numbers: [String: Int32]

  /// - Parameters:
  ///   - first: these, in this order;
  ///   - others: then these, sorted, "not known" at the end.
  init(first: [String] = [], _ others: some Sequence<String>) {
    var all: [String] = []
    for key in first where !all.contains(key) { all.append(key) }
    let rest = Set(others).subtracting(all)
    all += rest.subtracting([Dimension.unknown]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if rest.contains(Dimension.unknown) { all.append(Dimension.unknown) }
    self.all = all
    numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, Int32($0)) })
  }

  /// The number of a key; -1 where it is none of the axis.
  subscript(key: String) -> Int32 { numbers[key] ?? -1 }
}
