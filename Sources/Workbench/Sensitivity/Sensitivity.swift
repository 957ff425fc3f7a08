public import Diplomacy

/// How far the published figures and the tables of studies depend on the contradictions on record: under every policy, and with each
/// contradiction settled by itself (`Documentation/Methods.md`, "Sensitivity").
public struct Sensitivity: Sendable {
  public let policies: [Policy]
  public let contradictions: [Contradiction]
  /// What the contested entities are called.
  public let titles: [EntityReference: String]
  /// Every figure that can be measured, in the studies' order.
  public let figures: [FigureSensitivity]
  public let tables: [TableSensitivity]
  public let ladders: LadderSensitivity

  /// Those that move a figure or a table, the most figures first; of equals, in the record's order.
  public var mattering: [Contradiction] {
    contradictions.filter { moves($0) > 0 }.enumerated().sorted { left, right in
      let (a, b) = (figures(movedBy: left.element).count, figures(movedBy: right.element).count)
      return (b, left.offset) < (a, right.offset)
    }.map(\.element)
  }

  /// Those that nothing published rests on.
  public var idle: [Contradiction] { contradictions.filter { moves($0) == 0 } }

  /// The figures that a contradiction moves, and what they come to under each rival.
  public func figures(movedBy contradiction: Contradiction) -> [(
    figure: FigureSensitivity, move: FigureSensitivity.Move
  )] {
    figures.compactMap { figure in
      figure.moves.first { $0.contradiction.id == contradiction.id }.map { (figure, $0) }
    }
  }

  public func tables(movedBy contradiction: Contradiction) -> [(
    table: TableSensitivity, move: TableSensitivity.Move
  )] {
    tables.compactMap { table in
      table.moves.first { $0.contradiction.id == contradiction.id }.map { (table, $0) }
    }
  }

  public func title(_ contradiction: Contradiction) -> String {
    let side = contradiction.side.map { " (\($0))" } ?? ""
    let name = titles[contradiction.entity] ?? contradiction.entity.id
    let rule = contradiction.rule == .statements ? "" : " (by \(contradiction.rule.rawValue))"
    return "\(contradiction.property)\(contradiction.rule == .mirrored ? "" : side) of: \(name)\(rule)"
  }

  private func moves(_ contradiction: Contradiction) -> Int {
    figures(movedBy: contradiction).count + tables(movedBy: contradiction).count
  }
}
