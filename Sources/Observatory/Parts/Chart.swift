import Workbench

/// Vega-Lite specifications of the house's look: as wide as what they stand in.
enum Chart {
  /// - Parameter height: of what is drawn without its axes, in pixels. One that follows from the data does not go with a width that
  ///   follows from the page.
  /// - Parameter step: how wide each place along the horizontal axis is, in pixels; nil where the width follows from the page.
  static func specification(
    description: String, height: Int, values: [JSON], encoding: JSON, layers: [JSON], step: Int? = nil
  ) -> JSON {
    .object([
      .init("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      .init("description", .string(description)),
      .init("width", step.map { ["step": .integer(Int64($0))] } ?? "container"),
      .init("height", .integer(Int64(height))),
      .init("autosize", ["type": step == nil ? "fit-x" : "pad", "contains": "padding"]),
      .init("data", .object([.init("values", .array(values))])), .init("encoding", encoding),
      .init("layer", .array(layers)),
    ])
  }
}
