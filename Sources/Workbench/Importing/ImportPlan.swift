public import Archive

/// What an import would bring.
public struct ImportPlan: Sendable {
  public let file: String
  public internal(set) var rows = 0
  public internal(set) var delivery: Delivery
  public internal(set) var problems: [ImportProblem] = []
  /// What was taken for granted in reading the table: its encoding, its delimiter, formulas. Sentences.
  public internal(set) var notes: [String] = []
  /// Names that were not found and come near others: for a person to look at.
  public internal(set) var review: [String] = []

  init(file: String, delivery: Delivery) {
    self.file = file
    self.delivery = delivery
  }
}
