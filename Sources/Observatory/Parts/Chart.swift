import Workbench

/// Vega-Lite specifications of the house's look: as wide as what it stands in.
enum Chart {
  static func specification(description: String, values: [JSON], encoding: JSON, layers: [JSON]) -> JSON {
    .object([
      .init("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      .init("description", .string(description)), .init("width", "container"),
      .init("data", .object([.init("values", .array(values))])), .init("encoding", encoding),
      .init("layer", .array(layers)),
    ])
  }
}
