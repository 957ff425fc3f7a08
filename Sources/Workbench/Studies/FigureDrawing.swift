public import Archive
import Foundation

/// A figure ready to be drawn: its data, and the whole Vega-Lite specification.
public struct FigureDrawing: Sendable {
  /// `<study>-<figure>`: the name of its files.
  public let name: String
  public let figure: StudyFigure
  public let data: ResultTable
  public let specification: JSON
}

extension StudyRunner {
  /// Runs a figure's query and puts the rows into its specification.
  ///
  /// - Parameter outlines: the folder of the GeoJSON outlines, put in as the data set `outlines` where the figure names one.
  public func draw(_ figure: StudyFigure, of study: String, outlines: String) throws -> FigureDrawing {
    let data = try query(figure.sql, figure.parameters, study, "figure \(figure.id)", needing: [])
    let values = JSON.array(
      data.rows.map { row in .object(zip(data.columns, row).map { .init($0, ResultRendering.json($1)) }) })
    var specification = figure.specification
    if specification["config"] == nil { specification = specification.setting("config", Self.look) }
    specification = specification.setting(
      "$schema", .string("https://vega.github.io/schema/vega-lite/v5.json"))
    if let name = figure.outlines {
      let text = try Files.text("\(outlines)/\(name).geojson")
      let features = try? JSON(text: text)["features"]
      specification = specification.setting(
        "datasets", .object([.init("outlines", features ?? .array([])), .init("table", values)]))
      if specification["data"] == nil {
        specification = specification.setting("data", .object([.init("name", .string("table"))]))
      }
    } else if specification["data"] == nil {
      specification = specification.setting("data", .object([.init("values", values)]))
    }
    return FigureDrawing(
      name: "\(study)-\(figure.id)", figure: figure, data: data, specification: specification)
  }
}

extension StudyRunner {
  /// How figures look where a study does not say: as wide as a column of text, names not cut off.
  private static let look = JSON.object([
    .init(
      "view",
      .object([
        .init("continuousWidth", .number(560)), .init("discreteWidth", .number(560)),
        .init("continuousHeight", .number(280)),
        .init("discreteHeight", .object([.init("step", .number(24))])),
        .init("stroke", .null),
      ])),
    .init("axis", .object([.init("labelLimit", .number(260)), .init("labelFontSize", .number(12))])),
    .init("legend", .object([.init("labelLimit", .number(300)), .init("labelFontSize", .number(12))])),
  ])
}

/// Draws Vega-Lite specifications as SVG and PNG with the project's renderer (`Tools/render_figures.py`), all in one process.
public struct FigureRenderer: Sendable {
  private let python: String
  private let script: String

  /// `ENTENTE_RENDERER` names the Python of the set-up step; without it, the one in `.venv` beside the evidence.
  public init(_ home: Home) {
    python = ProcessInfo.processInfo.environment["ENTENTE_RENDERER"] ?? home.path + "/.venv/bin/python"
    script = home.tools + "/render_figures.py"
  }

  /// Writes `<folder>/<name>.svg` and `.png` of each. Throws `WorkbenchError.figures` with the renderer's own words.
  public func render(_ drawings: [FigureDrawing], into folder: String) throws {
    try render(drawings.map { ($0.name, $0.specification) }, into: folder)
  }

  /// The same of specifications with their names.
  public func render(_ drawings: [(name: String, specification: JSON)], into folder: String) throws {
    guard !drawings.isEmpty else { return }
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw WorkbenchError.figures(
        reason:
          "the renderer's Python is not at \(python); run `make setup`, or set ENTENTE_RENDERER, or give --no-figures"
      )
    }
    let lines = drawings.map { drawing in
      JSON.object([.init("name", .string(drawing.name)), .init("spec", drawing.specification)]).text()
    }
    let input = folder + "/figures.jsonl"
    try Files.write(lines.joined(separator: "\n") + "\n", to: input)
    defer { try? FileManager.default.removeItem(atPath: input) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script, "--out", folder, input]
    let errors = Pipe()
    process.standardError = errors
    do { try process.run() } catch { throw WorkbenchError.figures(reason: error.localizedDescription) }
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw WorkbenchError.figures(reason: said.isEmpty ? "exit code \(process.terminationStatus)" : said)
    }
  }
}
