import Chronology
import Diplomacy
import Interchange
import Workbench

/// Partnerships as a ledger, a hundred on a page.
struct PartnershipsPage: Page {
  static let template = "partnerships"

  let title = "Partnerships"
  let address: String
  let downloads: [Link]
  let within: String
  let established: String
  let kinds: [Choice]
  /// Of each kind, how many there are within what is looked for.
  let jumps: [Jump]?
  let trouble: String?
  /// Nil where what was asked cannot be read.
  let count: String?
  let rows: Fragment?
  let span: String?
  let previous: String?
  let next: String?
  var isLive: Bool { true }

  init(_ filter: PartnershipFilter, _ found: PartnershipRows, _ index: PartnershipIndex, in record: Record)
    throws
  {
    self.init(filter, found, try Self.jumps(filter, index, in: record), trouble: nil)
  }

  init(_ filter: PartnershipFilter, trouble: Trouble) { self.init(filter, nil, nil, trouble: trouble.detail) }

  private init(_ filter: PartnershipFilter, _ found: PartnershipRows?, _ jumps: [Jump]?, trouble: String?) {
    func field(_ name: String) -> String { (filter.values[name] ?? "").onPage }
    address = filter.address("/partnerships", from: filter.first)
    let data = filter.address("/api/v1/partnerships", from: filter.first)
    downloads = found == nil ? [] : Link.data(data)
    (within, established) = (field("within"), field("established"))
    kinds = Choice.all(PartnershipKind.words, none: "any", chosen: filter.values["kind"])
    self.jumps = jumps
    self.trouble = trouble
    count = found.map { found in
      found.count.description.withGroupedDigits
        + (found.count.possible == 1 ? " partnership" : " partnerships")
    }
    rows = found.map(Self.rows)
    let last = filter.first + (found?.rows.count ?? 0)
    span =
      found.flatMap { found in
        found.rows.isEmpty || found.rows.count == found.count.possible
          ? nil : "\(filter.first + 1) to \(last), the earliest first".withGroupedDigits
      }
    previous =
      filter.first == 0
      ? nil : filter.address("/partnerships", from: max(0, filter.first - PartnershipFilter.page))
    next = found?.next.map { filter.address("/partnerships", from: $0) }
  }

  private static func jumps(
    _ filter: PartnershipFilter, _ index: PartnershipIndex, in record: Record
  ) throws -> [Jump]? {
    try index.countsByKind(within: filter.actor(index, in: record)).map { kind, count in
      Jump(
        text: kind?.onPage ?? Dimension.unknown, count: count.description.withGroupedDigits,
        address: kind.map { filter.address("/partnerships", ["kind": $0]) },
        isHere: kind != nil && kind == filter.values["kind"])
    }.unlessEmpty
  }

  private static func rows(_ found: PartnershipRows) -> Fragment {
    var rows = Fragment()
    func add(_ head: StaticString, _ text: String?) {
      rows.add(head)
      if let text { rows.add(text: text.onPage) } else { rows.add("<span class=\"soft\">not known</span>") }
      rows.add("</td>")
    }
    for row in found.rows {
      rows.add("<tr><th scope=\"row\"><a href=\"")
      rows.add(text: Address.partnership(row.id))
      rows.add("\"><bdi>")
      rows.add(text: row.title.onPage)
      rows.add("</bdi></a>")
      if !row.isCertain { rows.add(" <span class=\"tag\">possibly</span>") }
      add("</th><td data-head=\"Kind\">", row.kind)
      add("<td data-head=\"Established\">", row.established)
      rows.add("</tr>\n")
    }
    return rows
  }
}
