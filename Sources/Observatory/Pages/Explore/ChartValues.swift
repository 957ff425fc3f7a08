import Chronology
import Interchange
import Workbench

/// The cells of a table as the values of a chart: the columns or, where those are too many, the row totals.
struct ChartValues: Sendable {
  private(set) var all: [JSON] = []
  let rowCount: Int
  let columnCount: Int
  /// Whether some number is left open.
  private(set) var hasOpen = false
  /// What the table has and these have not, in a sentence; nil where they have all.
  let omission: String?

  /// - Parameter isInTime: rows that are years lie in time: what is of unknown year has no place there, and a year without a row is one of
  ///   which none is counted. Of sums it may be that nothing was measured: no row, no value.
  init(_ table: CrossTable, rows: Int, columns: Int, usesTotals: Bool, isInTime: Bool = false) {
    let isTotalled = usesTotals && table.columns.count > columns && !table.rowTotals.isEmpty
    let heads = isTotalled ? [CrossTable.Head(key: "", name: "Total")] : Array(table.columns.prefix(columns))
    columnCount = heads.count
    let places = Dictionary(uniqueKeysWithValues: table.rows.indices.map { (table.rows[$0].key, $0) })
    let years = isInTime && table.isOfYears ? table.rows.compactMap { Int($0.key) } : []
    let timed = years.min().map { first in
      (first...(years.max() ?? first)).map(String.init).filter { !table.unit.isEmpty || places[$0] != nil }
    }
    let keys = (timed ?? table.rows.map(\.key)).prefix(rows)
    rowCount = keys.count
    let zero = CrossTable.Cell(computed: CrossTable.Bounds(certain: 0, possible: 0))
    for key in keys {
      let place = places[key]
      for (column, other) in heads.enumerated() {
        let cell = place.map { isTotalled ? table.rowTotals[$0] : table.cells[$0][column] } ?? zero
        guard let bounds = cell.computed else { continue }
        hasOpen = hasOpen || bounds.certain != bounds.possible
        all.append(Self.value(place.map { table.rows[$0].name } ?? key, other.name, bounds))
      }
    }
    omission = Self.omission(table, shown: keys.count, isTotalled, columns, isInTime: timed != nil)
  }

  private static func value(_ row: String, _ column: String, _ bounds: CrossTable.Bounds) -> JSON {
    [
      "row": .string(row.onPage), "column": .string(column.onPage),
      "certain": .number(bounds.certain), "possible": .number(bounds.possible ?? bounds.certain),
      "text": .string(bounds.isZero ? "" : bounds.text.withGroupedDigits),
      "about": .string("\(row.onPage), \(column.onPage): \(bounds.text.withGroupedDigits)"),
    ]
  }

  private static func omission(
    _ table: CrossTable, shown: Int, _ isTotalled: Bool, _ columns: Int, isInTime: Bool
  ) -> String? {
    var left: [String] = []
    if isInTime {
      if let unknown = table.rows.firstIndex(where: { Int($0.key) == nil }) {
        let total = unknown < table.rowTotals.count ? table.rowTotals[unknown].computed : nil
        left.append((total.map { "\($0.text) " } ?? "what is ") + "of unknown year")
      }
    } else if table.rows.count > shown {
      left.append((table.rows.count - shown).of("more row"))
    }
    if isTotalled {
      left.append("the columns, too many to tell apart (it shows the row totals)")
    } else if table.columns.count > columns {
      left.append((table.columns.count - columns).of("more column"))
    }
    return left.isEmpty ? nil : "Only in the table: \(left.joined(separator: "; "))."
  }
}

extension CrossTable {
  /// Whether its rows are years, and one for what has none.
  var isOfYears: Bool { rows.contains { $0.isYear } && rows.filter { !$0.isYear }.count <= 1 }
}

extension CrossTable.Head {
  fileprivate var isYear: Bool { key.utf8.count == 4 && Int(key) != nil }
}
