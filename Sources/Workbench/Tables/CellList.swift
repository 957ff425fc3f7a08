public import Interchange

/// A count's cells as a list, a line a cell: for tables of many cells, most of them empty.
public enum CellList {
  public static func grid(_ axes: [Axis], _ cells: LedgerCount.Cells) -> Grid {
    Grid(
      header: axes.map(\.name) + ["certain", "possible"],
      rows: cells.map { $0.keys + [String($0.count.certain), String($0.count.possible)] },
      numeric: [axes.count, axes.count + 1], title: "")
  }

  /// `{"axes": […], "cells": [{"keys": […], "certain": 3, "possible": 5}, …]}`, keys in the order of the axes.
  public static func json(_ axes: [Axis], _ cells: LedgerCount.Cells) -> String {
    JSON.object([
      .init("axes", .array(axes.map { .string($0.name) })),
      .init(
        "cells",
        .array(
          cells.map { cell in
            .object([
              .init("keys", .array(cell.keys.map(JSON.string))),
              .init("certain", .integer(Int64(cell.count.certain))),
              .init("possible", .integer(Int64(cell.count.possible))),
            ])
          })),
    ]).text()
  }
}
