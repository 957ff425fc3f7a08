/// A declared order of labels, from the lowest rung to the highest. Several rival ladders may rank the same labels.
public struct Ladder: Hashable, Sendable, Identifiable {
  public struct Rung: Hashable, Sendable {
    public let name: String
    /// The labels, as sources give them, that stand on this rung; compared folded.
    public let labels: [String]

    public init(name: String, labels: [String]) {
      self.name = name
      self.labels = labels
    }
  }

  public let id: String
  public let title: String
  public let source: SourceID
  public let rungs: [Rung]

  public init(id: String, title: String, source: SourceID, rungs: [Rung]) {
    self.id = id
    self.title = title
    self.source = source
    self.rungs = rungs
  }

  /// The rung of a label, 0 the lowest; nil when the ladder does not rank it.
  public func position(of label: String) -> Int? {
    let wanted = label.folded
    return rungs.firstIndex { $0.labels.contains { $0.folded == wanted } }
  }
}
