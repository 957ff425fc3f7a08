import Archive
import Interchange
import Workbench

/// A page of the events looked for, and the totals of all of them.
struct EventLedger: Sendable {
  let filter: EventFilter
  let count: CrossTable.Bounds
  let found: [EventSearch.Found]
  /// The last event of this page, after which there are more; nil at the end.
  let next: String?
  let totals: EventTotals

  init(_ ask: Ask, _ archive: ArchiveStore) throws {
    filter = EventFilter(ask)
    let search = try filter.search(in: archive)
    let size = try ask.number("limit", in: 1...500, otherwise: 100)
    let after = try ask.query["after"].map { _ in try ask.text("after", atMost: 500) }
    let page = try search.page(size, after: after, in: archive)
    found = page.found
    next = page.hasMore ? page.found.last?.event.id : nil
    count = try search.count(in: archive)
    totals = EventTotals(
      items: try search.byItem(in: archive), terms: try search.byTerms(in: archive),
      outcomes: try search.byOutcome(in: archive))
  }

  var json: JSON {
    [
      "certain": .number(count.certain), "possible": count.possible.map(JSON.number) ?? .null,
      "events": .array(found.map(Self.json)), "next": next.map(JSON.string) ?? .null,
    ]
  }

  private static func json(_ found: EventSearch.Found) -> JSON {
    let event = found.event
    return [
      "id": .string(event.id), "date": .string(event.date), "type": .string(event.type),
      "title": .string(event.title), "certain": .boolean(found.isCertain),
      "participants": .array(event.participants.map { .string($0.description) }),
      "partnerships": .array(event.partnerships.map(JSON.string)),
      "flows": .array(
        event.flows.map { flow in
          [
            "id": .string(flow.id), "item": .string(flow.item),
            "quantity": flow.quantity.map(JSON.string) ?? .null,
            "value": flow.value.map(JSON.string) ?? .null, "terms": flow.terms.map(JSON.string) ?? .null,
            "outcome": flow.outcome.map(JSON.string) ?? .null,
          ]
        }),
      "outcome": .string(event.outcome),
    ]
  }

  var table: Grid {
    Grid(
      header: [
        "event", "date", "type", "title", "participants", "certain", "flow", "item", "quantity", "value",
        "terms",
        "outcome",
      ],
      rows: found.flatMap { found -> [[String]] in
        let event = found.event
        let own = [
          event.id, event.date, event.type, event.title,
          event.participants.map(\.description).joined(separator: "; "), found.isCertain ? "1" : "0",
        ]
        guard !event.flows.isEmpty else { return [own + ["", "", "", "", "", ""]] }
        return event.flows.map {
          own + [$0.id, $0.item, $0.quantity ?? "", $0.value ?? "", $0.terms ?? "", $0.outcome ?? ""]
        }
      })
  }
}
