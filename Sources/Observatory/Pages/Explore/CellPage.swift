import Workbench

/// What stands behind a cell of a table.
struct CellPage: Page {
  static let template = "cell"

  struct Item: Sendable {
    let title: String
    /// Its page; nil where it has none.
    let address: String?
    let isOpen: Bool
  }

  let title: String
  let address: String
  let downloads: [Link]
  /// Back to the table.
  let table: Link
  let count: String
  /// What the table was asked; nil where nothing but its rows and columns.
  let conditions: String?
  /// Why there may be more here than the cell counts; nil where that cannot be.
  let note: String?
  let items: [Item]?
  let next: String?

  init(_ content: CellContent) {
    let inquiry = content.inquiry
    let keys: [(name: String, value: String?)] = [("row", content.row), ("column", content.column)]
    let places = [content.row, content.column == "all" ? nil : content.column].compactMap(\.self).map(
      content.name)
    let noun = "\(content.kind.rawValue)s"
    title =
      (noun.prefix(1).uppercased() + noun.dropFirst()
      + (places.isEmpty ? "" : ": " + places.joined(separator: ", "))).onPage
    address = inquiry.address("/explore/cell", keys)
    let data = inquiry.address("/api/v1/table/cell", keys)
    downloads = [
      Link(address: Address.asking(data, [("format", "csv"), ("limit", "1000")]), text: "CSV (first 1,000)"),
      Link(address: data, text: "JSON"),
    ]
    table = Link(address: inquiry.address("/explore"), text: "To the table")
    conditions = Self.conditions(inquiry)
    let (certain, possible) = (content.certain, content.possible)
    count =
      certain == possible
      ? possible.of(content.kind.rawValue)
      : "\(certain)–\(possible) \(noun): \(certain) certainly, \(possible - certain) possibly"
    note =
      inquiry.question.counted == .partnerships && inquiry.question.usesMargins && certain != possible
      ? "Totals that a source prints may narrow the number in the table. They do not say which ones they leave out: all that may be meant are here."
      : nil
    items =
      content.items.map { item in
        Item(
          title: item.title.onPage, address: Address.page(of: content.kind.rawValue, item.id),
          isOpen: !item.isCertain)
      }.unlessEmpty
    next = content.next.map { inquiry.address("/explore/cell", keys + [("after", $0)]) }
  }

  private static func conditions(_ inquiry: Inquiry) -> String? {
    let shape: Set = ["count", "rows", "columns", "view", "margins"]
    return inquiry.parameters.compactMap { name, value in
      shape.contains(name) ? nil : value.map { "\(name.replacing("-", with: " ")): \($0.onPage)" }
    }.unlessEmpty?.joined(separator: " · ")
  }

  static let text = """
    {{<layout}}{{$main}}
    <p class="crumbs"><a href="{{page.table.address}}">{{page.table.text}}</a></p>
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="lead">{{page.count}}</p>
    {{#page.conditions}}<p class="soft"><bdi>{{.}}</bdi></p>{{/page.conditions}}
    {{#page.note}}<p class="soft">{{.}}</p>{{/page.note}}
    {{^page.items}}<p class="soft">None on record.</p>{{/page.items}}
    <ol class="found">
    {{#page.items}}<li>{{#.address}}<a href="{{.}}"><bdi>{{title}}</bdi></a>{{/.address}}{{^.address}}<bdi>{{title}}</bdi>{{/.address}}\
    {{#isOpen}} <span class="tag">possibly</span>{{/isOpen}}</li>
    {{/page.items}}
    </ol>
    {{#page.next}}<p><a href="{{.}}" rel="next">More</a></p>{{/page.next}}
    {{/main}}{{/layout}}
    """
}
