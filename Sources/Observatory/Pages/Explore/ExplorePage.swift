import Interchange
import Workbench

/// A table built by choosing.
struct ExplorePage: Page {
  static let template = "explore"

  let title: String
  let address: String
  let downloads: [Link]
  let form: ExploreForm
  /// Nil where what was asked cannot be read.
  let table: TableView?
  let trouble: String?
  /// Where the chart is; nil where none is asked for.
  let chart: String?
  let chartLabel: String
  /// How the chart is read, and what it leaves out.
  let chartNote: String?
  /// Whether the chart may be wider than the page.
  let isBroad: Bool
  /// Whether nothing is asked yet.
  let isOpen: Bool
  let examples = ExploreExamples.all
  let command: String
  /// Nil where the question takes more than a query.
  let sql: String?
  let queryAddress: String?
  var hasCharts: Bool { true }
  var isLive: Bool { true }

  init(_ inquiry: Inquiry, _ form: ExploreForm, table: CrossTable, archive: String) {
    let data = inquiry.address("/api/v1/table")
    let hasChart = inquiry.view != .table && !table.rows.isEmpty
    self.init(
      inquiry, form,
      title: [table.title.onPage, inquiry.grouping].filter { !$0.isEmpty }.joined(separator: ", "),
      table: TableView(table, inquiry), trouble: nil,
      downloads: Link.data(data) + [
        Link(address: inquiry.address("/api/v1/table/chart"), text: "Chart (Vega-Lite)")
      ],
      chart: hasChart ? inquiry.address("/api/v1/table/chart") : nil,
      chartNote: hasChart ? TableChart(table, inquiry.view).note : nil, archive: archive)
  }

  init(_ inquiry: Inquiry, _ form: ExploreForm, trouble: Trouble, archive: String) {
    self.init(
      inquiry, form, title: "Explore", table: nil, trouble: trouble.detail, downloads: [], chart: nil,
      chartNote: nil, archive: archive)
  }

  private init(
    _ inquiry: Inquiry, _ form: ExploreForm, title: String, table: TableView?, trouble: String?,
    downloads: [Link], chart: String?, chartNote: String?, archive: String
  ) {
    (self.title, self.form, self.table, self.trouble) = (title, form, table, trouble)
    (self.downloads, self.chart, self.chartNote) = (downloads, chart, chartNote)
    isBroad = inquiry.view == .heat
    isOpen = inquiry.parameters.allSatisfy { $0.value == nil }
    address = inquiry.address("/explore")
    chartLabel = "\(title). The table below has the same."
    command = inquiry.command(archive: archive)
    sql =
      table == nil || inquiry.policy != nil || inquiry.knownAt != nil ? nil : TableSQL(inquiry.question)?.text
    queryAddress = sql.map { Address.asking("/query", [("sql", $0)]) }
  }
}
