/// What has a theme: a document, or a cluster of documents that counts once.
public struct ThemedUnit: Hashable, Sendable {
  /// The themes that are settled.
  public let themes: Set<String>
  /// Themes that it may have besides, on which its coders disagree.
  public let contested: Set<String>
  /// The part of the corpus that it is in; nil where that is not known for certain, as the month of a document of 2019.
  public let part: String?

  public init(themes: Set<String>, contested: Set<String> = [], part: String?) {
    (self.themes, self.contested, self.part) = (themes, contested.subtracting(themes), part)
  }

  /// What several documents that are one text come to: a theme is settled where all that are coded have it, and may hold where one has it or may
  /// have it. The part is the first one's, which is the earliest's.
  ///
  /// - Precondition: there is one at least.
  public init(cluster: [ThemedUnit]) {
    let all = cluster.dropFirst().reduce(cluster[0].themes) { $0.intersection($1.themes) }
    let any = cluster.reduce(into: Set<String>()) { $0.formUnion($1.themes.union($1.contested)) }
    self.init(themes: all, contested: any, part: cluster[0].part)
  }
}

/// How many units of each part of a corpus have each theme. A unit may have several themes: shares need not add up to 1.
public struct ThemeTable: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    /// Of all units of the part: those that certainly have it.
    public let certain: Share
    /// Those that may have it, the certain ones included.
    public let possible: Share

    /// From the lower end of the certain ones' interval to the upper end of the possible ones'; Wilson's interval where they are the same.
    public var interval: ClosedRange<Double>? {
      guard let low = certain.interval, let high = possible.interval else { return nil }
      return low.lowerBound...high.upperBound
    }
  }

  public let themes: [String]
  /// In rising order.
  public let parts: [String]
  /// How many units are in no part for certain: they count in the whole alone.
  public let elsewhere: Int
  private let cells: [[Cell]]
  private let whole: [Cell]

  public init(_ units: [ThemedUnit], themes: [String]) {
    self.themes = themes
    let parted = Dictionary(grouping: units.filter { $0.part != nil }) { $0.part ?? "" }
    parts = parted.keys.sorted()
    elsewhere = units.count { $0.part == nil }
    cells = parts.map { Self.row(parted[$0] ?? [], themes) }
    whole = Self.row(units, themes)
  }

  public func total(_ theme: Int) -> Cell { whole[theme] }
  public func cell(_ part: Int, _ theme: Int) -> Cell { cells[part][theme] }

  /// A theme's certain shares in two parts.
  public func comparison(_ theme: Int, _ before: Int, _ after: Int) -> ShareComparison {
    ShareComparison(cells[before][theme].certain, cells[after][theme].certain)
  }

  private static func row(_ units: [ThemedUnit], _ themes: [String]) -> [Cell] {
    themes.map { theme in
      let certain = units.count { $0.themes.contains(theme) }
      let contested = units.count { $0.contested.contains(theme) }
      return Cell(
        certain: Share(certain, of: units.count), possible: Share(certain + contested, of: units.count))
    }
  }
}
