import Interchange
import Workbench

extension Section {
  /// Events and flows as a ledger to be filtered, with totals.
  static let events = Section(
    routes: [
      Route(
        path: "/events", kind: .page, summary: "Events and flows, with totals by item, terms and outcome",
        parameters: parameters, example: "/events?item=masks&period=2020"
      ) { ask, record in
        let filter = EventFilter(ask)
        let choices = try EventChoices(filter, record.archive)
        do {
          return .page(EventsPage(filter, choices, try EventLedger(ask, record.archive)))
        } catch let error as WorkbenchError {
          return .page(EventsPage(filter, choices, trouble: Trouble(error)))
        }
      },
      Route(
        path: "/api/v1/events", kind: .data(schema: "Events", isTable: true),
        summary: "Events with their flows; as CSV a line a flow, or an event without one",
        parameters: parameters,
        example: "/api/v1/events?giver=cn-chengdu"
      ) { ask, record in
        let ledger = try EventLedger(ask, record.archive)
        return .data(ledger.json, table: ledger.table)
      },
      Route(
        path: "/api/v1/events/totals", kind: .data(schema: "Totals", isTable: true),
        summary: "Flows and quantities of these events by item, terms and outcome", parameters: parameters,
        example: "/api/v1/events/totals?period=2020"
      ) { ask, record in
        let ledger = try EventLedger(ask, record.archive)
        return .data(ledger.totals.json, table: ledger.totals.table)
      },
    ],
    templates: [EventsPage.template: EventsTemplate.text], place: Link(address: "/events", text: "Events"))

  private static let parameters: [Route.Parameter] = {
    func text(_ name: String, _ about: String) -> Route.Parameter {
      Route.Parameter(name: name, about: about, schema: ["type": "string", "maxLength": 200])
    }
    return [
      text("type", "What happened, e.g. donation."),
      text("item", "Events with a flow of this, e.g. masks."),
      text("terms", "Events with a flow on these terms: donated, sold, unclear, or \"not known\"."),
      text("outcome", "Events with a flow of this outcome, e.g. defective."),
      text("giver", "Given, sold or sent by this actor, or one within it: identifier or name."),
      text("taker", "Received or bought by this actor, or one within it."),
      text("period", "Within this EDTF date or interval; certainly or possibly."),
      text("words", "All of these in its title; the last may be a beginning."),
      text("after", "Goes on after this event: `next` of the page before."),
      Route.Parameter(
        name: "limit", about: "At most so many events.",
        schema: ["type": "integer", "minimum": 1, "maximum": 500, "default": 100]),
    ]
  }()
}
