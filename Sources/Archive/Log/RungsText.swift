import Diplomacy
import Foundation

extension Ladder {
  /// The rungs as the log keeps them: a JSON array of `{name, labels: [{folded, label}]}`, the labels of a rung in the order of their
  /// folded forms, since a rung's labels have no order.
  var rungsText: String {
    let list = rungs.map { rung in
      let labels = rung.labels.map { ["folded": $0.folded, "label": $0] }
        .sorted { ($0["folded"] ?? "", $0["label"] ?? "") < ($1["folded"] ?? "", $1["label"] ?? "") }
      return ["name": rung.name, "labels": labels] as [String: Any]
    }
    let data = try? JSONSerialization.data(
      withJSONObject: list, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data("[]".utf8), as: UTF8.self)
  }

  /// Reads that form back; nil when it is none.
  static func rungs(of text: String) -> [Rung]? {
    let list = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    return list?.compactMap { rung in
      guard let name = rung["name"] as? String, let labels = rung["labels"] as? [[String: String]] else {
        return nil
      }
      return Rung(name: name, labels: labels.compactMap { $0["label"] })
    }
  }
}
