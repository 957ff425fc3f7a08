public import Archive

/// What an import would bring.
public struct ImportPlan: Sendable {
  /// A row that cannot be taken, as it stands in the table.
  struct Rejected: Sendable {
    let fields: [String]
    let problems: [ImportProblem]
  }

  public let file: String
  /// The mapping's path.
  let mapping: String
  public internal(set) var rows = 0
  public internal(set) var delivery: Delivery
  /// What was taken for granted in reading the table: its encoding, its delimiter, formulas. Sentences.
  public internal(set) var notes: [String] = []
  /// Names that were not found and come near others: for a person to look at.
  public internal(set) var review: [String] = []
  var header: [String] = []
  var rejected: [Rejected] = []

  init(file: String, mapping: String, delivery: Delivery) {
    self.file = file
    self.mapping = mapping
    self.delivery = delivery
  }

  public var problems: [ImportProblem] { rejected.flatMap(\.problems) }
  public var rejectedRows: Int { rejected.count }
}
