import Diplomacy

/// Sentences about what moves results; the same in the terminal and in the report.
public struct SensitivityWords {
  let sensitivity: Sensitivity

  public init(sensitivity: Sensitivity) { self.sensitivity = sensitivity }

  /// "“cn-jiangsu” stands for the within of: Suzhou".
  func settlement(_ settlement: Settlement) -> String {
    "“\(settlement.standing.value)” stands for the \(sensitivity.title(settlement.contradiction))"
  }

  /// How the record holds both sides: "5 against 4 recorded".
  func rivals(_ contradiction: Contradiction) -> String {
    contradiction.rivals.map(\.value).joined(separator: " against ")
  }

  /// What it takes for the figure to be reproduced, in one sentence without a full stop.
  func standing(_ figure: FigureSensitivity) -> String {
    switch figure.standing {
    case .stands: "stands however any one contradiction is settled"
    case .unless(let breaking): "stands unless " + breaking.map(settlement).joined(separator: ", or ")
    case .ifSettled(let sets):
      "stands if " + sets.map { $0.map(settlement).joined(separator: " and ") }.joined(separator: ", or if ")
    case .open:
      "stays within bounds under each of these settlements: sources leave more open than these contradictions"
    case .never: "stands under none of these settlements"
    }
  }

  /// "12000 if “12000” stands, 11700 if “11700” does".
  public func readings(_ move: FigureSensitivity.Move) -> String {
    zip(move.contradiction.rivals, move.readings).map { "\($1.marked) if “\($0.value)” stands" }
      .joined(separator: ", ")
  }

  /// What each policy makes of it, policies that agree together: "12 under earliest-source, lowest; 11 under latest-source".
  func policies(_ figure: FigureSensitivity) -> String {
    let told = EachPolicy(figure.policies.map { (policy: $0.policy, result: $0.reading) }).telling
    let readings = told.map(\.result).reduce(into: [Reading]()) { if !$0.contains($1) { $0.append($1) } }
    return readings.map { reading in
      let names = told.filter { $0.result == reading }.map(\.policy.description)
      return "\(reading.marked) under \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// The first cells of a table that move, and how many more.
  public func places(_ places: [TableSensitivity.Place]) -> String {
    let first = places.prefix(3).map { "\($0.row) × \($0.column)" }.joined(separator: "; ")
    return places.count > 3 ? "\(first); and \(places.count - 3) more" : first
  }
}
