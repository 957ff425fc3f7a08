import Crypto
import Foundation
import Workbench

/// What pages load besides themselves: the style sheet and scripts, which are built in, and the packages that set-up has placed in
/// `.assets` of the project's folder. Each has its digest in its address, so that it can be kept for ever.
public struct Assets: Sendable {
  enum Name: String, CaseIterable {
    case style = "observatory.css"
    case script = "observatory.js"
    case charts = "charts.js"
    case map = "map.js"
    case bench = "bench.js"
    /// The outlines of countries, in the bundled evidence.
    case world = "world.geojson"
    /// htmx, placed by set-up.
    case htmx = "htmx.js"
    /// Vega, Vega-Lite and Vega-Embed in one, placed by set-up.
    case engine = "vega.js"
  }

  private let answers: [String: Answer]
  private let addresses: [Name: String]

  /// - Parameters:
  ///   - folder: where set-up places packages. Without one of them, pages do without it.
  ///   - outlines: the folder of the outlines for maps.
  public init(placedIn folder: String, outlines: String) {
    var answers: [String: Answer] = [:]
    var addresses: [Name: String] = [:]
    for name in Name.allCases {
      guard let bytes = Self.bytes(name, name == .world ? outlines : folder) else { continue }
      let type =
        switch name {
        case .style: "text/css; charset=utf-8"
        case .world: "application/geo+json"
        case .script, .charts, .map, .bench, .htmx, .engine: "text/javascript; charset=utf-8"
        }
      var answer = Answer(type: type, bytes: bytes)
      answer.isImmutable = true
      let file = SHA256.hash(data: bytes).prefix(8).hexadecimal + "-" + name.rawValue
      answers[file] = answer
      addresses[name] = "/assets/" + file
    }
    (self.answers, self.addresses) = (answers, addresses)
  }

  func has(_ name: Name) -> Bool { addresses[name] != nil }

  func address(of name: Name) -> String { addresses[name] ?? "" }

  /// The asset of that file name, as addresses have it.
  func answer(_ file: String) -> Answer? { answers[file] }

  private static func bytes(_ name: Name, _ folder: String) -> [UInt8]? {
    switch name {
    case .style: PackageResources.observatory_css
    case .script: PackageResources.observatory_js
    case .charts: PackageResources.charts_js
    case .map: PackageResources.map_js
    case .bench: PackageResources.bench_js
    case .htmx, .engine, .world:
      (try? Data(contentsOf: URL(filePath: folder + "/" + name.rawValue))).map { [UInt8]($0) }
    }
  }
}
