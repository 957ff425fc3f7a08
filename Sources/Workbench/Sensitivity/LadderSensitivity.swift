public import Interchange

/// Which results depend on the ladder that labels are set on, and what they come to on each.
public struct LadderSensitivity: Sendable {
  /// A table that is computed for one ladder at a time.
  public struct Ranged: Sendable {
    public let study: String
    public let table: StudyTable
    /// What it comes to, ladder by ladder.
    public let results: [(ladder: String, result: CrossTable)]
  }

  public let ladders: [String]
  public let ranged: [Ranged]
  /// Tables that show the ladders side by side, by study and title: no choice of a ladder changes them.
  public let sideBySide: [(study: String, table: StudyTable)]
  /// How many figures and tables read no ladder at all.
  public let independentFigures: Int
  public let independentTables: Int
  /// The figures that depend on the ladder, by identifier.
  public let dependentFigures: [String]
}
