import Interchange
import Workbench

/// Events and flows as a ledger.
struct EventsPage: Page {
  static let template = "ledger"

  struct Total: Sendable {
    let name: String
    let address: String
    let flows: String
    /// Nil where it says nothing: of unlike goods.
    let quantity: String?

    init(_ total: EventSearch.Total, _ filter: EventFilter, _ field: String) {
      name = total.name.onPage
      // An item is named with its unit, which is no part of the word to look for.
      let word = field == "item" ? String(total.name.prefix { $0 != "(" }).trimmingSpaces() : total.name
      address =
        Address.asking("/events", EventFilter.names.map { ($0, $0 == field ? word : filter.values[$0]) })
      flows = total.flows.text
      let isKnown = total.quantity.possible != 0
      let unknown = total.unknown == 0 ? "" : " and \(total.unknown) × not known"
      quantity =
        field == "item" ? (isKnown ? total.quantity.text.withGroupedDigits + unknown : "not known") : nil
    }
  }

  let title = "Events and flows"
  let address: String
  let downloads: [Link]
  let choices: EventChoices
  let giver: String
  let taker: String
  let period: String
  let words: String
  let trouble: String?
  /// Nil where what was asked cannot be read.
  let count: String?
  let events: [HappeningView]?
  let next: String?
  let items: [Total]?
  let terms: [Total]?
  let outcomes: [Total]?
  var isLive: Bool { true }

  init(_ filter: EventFilter, _ choices: EventChoices, _ ledger: EventLedger) {
    self.init(filter, choices, ledger: ledger, trouble: nil)
  }

  init(_ filter: EventFilter, _ choices: EventChoices, trouble: Trouble) {
    self.init(filter, choices, ledger: nil, trouble: trouble.detail)
  }

  private init(_ filter: EventFilter, _ choices: EventChoices, ledger: EventLedger?, trouble: String?) {
    self.choices = choices
    self.trouble = trouble
    address = filter.address("/events")
    downloads =
      ledger == nil
      ? []
      : [
        Link(
          address: filter.address("/api/v1/events", [("limit", "500"), ("format", "csv")]),
          text: "CSV (first 500)"),
        Link(address: filter.address("/api/v1/events"), text: "JSON"),
        Link(address: filter.address("/api/v1/events/totals", [("format", "csv")]), text: "Totals (CSV)"),
      ]
    func field(_ name: String) -> String { (filter.values[name] ?? "").onPage }
    (giver, taker, period, words) = (field("giver"), field("taker"), field("period"), field("words"))
    count = ledger.map { $0.count.text + (($0.count.possible ?? 0) == 1 ? " event" : " events") }
    events = ledger?.found.map { HappeningView($0.event, isOpen: !$0.isCertain) }.unlessEmpty
    next = ledger?.next.map { filter.address("/events", [("after", $0)]) }
    items = ledger?.totals.items.prefix(100).map { Total($0, filter, "item") }.unlessEmpty
    terms = ledger?.totals.terms.prefix(100).map { Total($0, filter, "terms") }.unlessEmpty
    outcomes = ledger?.totals.outcomes.prefix(100).map { Total($0, filter, "outcome") }.unlessEmpty
  }
}
