import Interchange
import Workbench

/// The flows of the events looked for, added up three ways.
struct EventTotals: Sendable {
  let items: [EventSearch.Total]
  let terms: [EventSearch.Total]
  let outcomes: [EventSearch.Total]

  private var all: [(by: String, totals: [EventSearch.Total])] {
    [("item", items), ("terms", terms), ("outcome", outcomes)]
  }

  /// Quantities of unlike goods do not add up: only items have them.
  var json: JSON {
    .object(
      all.map { by, totals in
        .init(
          by,
          .array(
            totals.map { total in
              let quantity: [JSON.Member] =
                by == "item"
                ? [
                  .init("least", .number(total.quantity.certain)),
                  .init("most", total.quantity.possible.map(JSON.number) ?? .null),
                  .init("unknown", .integer(Int64(total.unknown))),
                ] : []
              return .object(
                [
                  .init("name", .string(total.name)), .init("certain", .number(total.flows.certain)),
                  .init("possible", .number(total.flows.possible ?? 0)),
                ] + quantity)
            }))
      })
  }

  var table: Grid {
    Grid(
      header: [
        "by", "name", "flows_certain", "flows_possible", "quantity_least", "quantity_most",
        "quantity_unknown",
      ],
      rows: all.flatMap { by, totals in
        totals.map { total in
          [by, total.name, total.flows.certain.brief, (total.flows.possible ?? 0).brief]
            + (by == "item"
              ? [total.quantity.certain.brief, total.quantity.possible?.brief ?? "", String(total.unknown)]
              : ["", "", ""])
        }
      })
  }
}
