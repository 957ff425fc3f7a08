extension TableQuestion {
  /// The arguments of `entente` that ask the same: only what is not the default.
  public var arguments: [String] {
    let options: [(String, String?)] = [
      ("--count", counted == .partnerships ? nil : counted.rawValue), ("--rows", rows),
      ("--columns", columns == "all" ? nil : columns), ("--established", established),
      ("--happened", happened), ("--periods", periods), ("--as-of", asOf), ("--within", within),
      ("--kind", kind), ("--scope", scope),
    ]
    return ["table"] + options.flatMap { name, value in value.map { ["\(name)=\($0)"] } ?? [] }
      + (usesMargins ? [] : ["--no-margins"])
  }

  /// What the rows are where nothing else is asked for.
  public static func standardRows(of counted: Counted) -> String {
    switch counted {
    case .partnerships: Dimension.country.rawValue
    case .events: EventDimension.type.rawValue
    case .flows, .quantities: EventDimension.item.rawValue
    }
  }

  /// The words that rows and columns can be, for what is counted.
  public static func dimensions(of counted: Counted) -> [String] {
    switch counted {
    case .partnerships: Dimension.allCases.map(\.rawValue)
    case .events: EventDimension.allCases.filter { ![.item, .terms, .outcome].contains($0) }.map(\.rawValue)
    case .flows, .quantities: EventDimension.allCases.map(\.rawValue)
    }
  }
}
