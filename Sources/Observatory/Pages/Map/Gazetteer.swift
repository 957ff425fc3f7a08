import Archive
import Foundation
import Workbench

/// Where states and their units of the first level lie, by ISO 3166 code (`Evidence/outlines/PROVENANCE.md`).
struct Gazetteer: Sendable {
  private let positions: [String: [Double]]

  /// Reads `places.json`: `{"IT-45": [longitude, latitude], …}`. Without that file nothing is placed.
  init(_ home: Home) {
    let data = try? Data(contentsOf: URL(filePath: home.evidence + "/outlines/places.json"))
    positions = data.flatMap { try? JSONDecoder().decode([String: [Double]].self, from: $0) } ?? [:]
  }

  init(_ positions: [String: [Double]]) { self.positions = positions }

  /// Where each actor lies: in the nearest of what it lies within, itself first, that has a code with a position. Nil where there is none, or
  /// sources place it apart.
  func places(of actors: [Ledger.Actor], in archive: ArchiveStore) throws -> [TieMap.Place?] {
    let rows = try archive.query(
      """
      SELECT n.actor, n.text, a.label FROM name n JOIN actor a ON a.id = n.actor
      WHERE n.sort = 'code' ORDER BY n.actor, length(n.text), n.text
      """
    ).rows
    var known: [String: TieMap.Place] = [:]
    for row in rows {
      guard known[row[0].text] == nil, let position = positions[row[1].text], position.count == 2 else {
        continue
      }
      known[row[0].text] = TieMap.Place(
        code: row[1].text, name: row[2].text, longitude: position[0], latitude: position[1])
    }
    return actors.map { actor in
      let byDepth = Dictionary(grouping: actor.ancestors.filter { known[$0.id] != nil }, by: \.depth)
      for (_, ancestors) in byDepth.sorted(by: { $0.key < $1.key }) {
        let places = Set(ancestors.compactMap { known[$0.id] })
        // One of several: what both lie in may still be one and the same.
        if places.count == 1, ancestors.allSatisfy(\.isCertain) { return places.first }
      }
      return nil
    }
  }
}
