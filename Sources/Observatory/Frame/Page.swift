/// A page for people: what its template shows. A value, made without HTTP; its stored properties are what the template can name.
protocol Page: Sendable {
  /// The name of its template among its section's.
  static var template: String { get }

  /// What stands in the browser's title bar, before the name of the observatory.
  var title: String { get }
  /// Its own address, under which it can be cited.
  var address: String { get }
  /// Where what it shows can be had as data.
  var downloads: [Link] { get }
  /// Whether it holds charts, which need the chart engine.
  var hasCharts: Bool { get }
  /// Whether parts of it change in place, which needs htmx.
  var isLive: Bool { get }
  /// Whether something on it is still being computed: it is made anew for the next who asks.
  var isProvisional: Bool { get }
  /// Whether it holds the map of ties, which has a script of its own.
  var hasMap: Bool { get }
  /// Scripts that it has besides.
  var scripts: [Assets.Name] { get }
}

extension Page {
  var downloads: [Link] { [] }
  var hasCharts: Bool { false }
  var isLive: Bool { false }
  var isProvisional: Bool { false }
  var hasMap: Bool { false }
  var scripts: [Assets.Name] { [] }
}

/// An address and what it is called.
struct Link: Hashable, Sendable {
  let address: String
  let text: String

  /// To data at an address, as JSON; and to the table of it, at the same address unless another is given, as CSV.
  static func data(_ address: String, table: String? = nil) -> [Link] {
    [
      Link(address: address, text: "JSON"),
      Link(address: Address.asking(table ?? address, [("format", "csv")]), text: "CSV"),
    ]
  }
}
