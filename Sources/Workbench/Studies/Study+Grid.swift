public import Interchange

extension [Study] {
  /// The studies as a list for people.
  public var grid: Grid {
    Grid(
      header: ["study", "title", "tables", "figures", "checks"],
      rows: map { study in
        [
          study.id, study.title, "\(study.tables.count)", "\(study.figures.count)",
          "\(study.checks.map(\.figures.count).reduce(0, +))",
        ]
      }, numeric: [2, 3, 4])
  }
}
