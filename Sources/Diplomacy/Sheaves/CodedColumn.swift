/// A column of few distinct values: each row holds the number of its value.
public struct CodedColumn<Value: Sendable>: Sendable {
  public var values: [Value] = []
  /// One a row: the place in `values`; `none` where the row has no value.
  public var codes: [Int32] = []

  public static var none: Int32 { -1 }

  public init() {}

  public subscript(row: Int) -> Value? {
    let code = codes[row]
    return code == Self.none ? nil : values[Int(code)]
  }

  func rows(_ rows: [Int]) -> Self {
    var column = self
    column.codes = rows.map { codes[$0] }
    return column
  }
}
