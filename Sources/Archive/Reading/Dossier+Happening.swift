extension Dossier {
  /// An event in brief, with what moved.
  public struct Happening: Hashable, Sendable {
    public let id: String
    /// As EDTF; empty when nothing is said.
    public let date: String
    /// The first and the last day that the date can mean; nil where it has no bound.
    public let earliest: String?
    public let latest: String?
    public let type: String
    public let title: String
    public let participants: [Participant]
    public let partnerships: [String]
    public let flows: [Flow]
    public let outcome: String
  }

  /// Who took part, in which role.
  public struct Participant: Hashable, Sendable, CustomStringConvertible {
    /// Several where it is one of them.
    public let actors: [Named]
    public let role: String?

    /// "Chengdu (donor)".
    public var description: String {
      actors.map(\.text).joined(separator: " or ") + (role.map { " (\($0))" } ?? "")
    }
  }

  /// What moved in an event.
  public struct Flow: Hashable, Sendable, CustomStringConvertible {
    public let id: String
    public let item: String
    /// How much, with its unit, as the record leaves it: "12000 or 11700 pieces"; nil when unknown.
    public let quantity: String?
    /// What it was worth, with its currency.
    public let value: String?
    public let terms: String?
    /// What became of it, and of how much of it.
    public let outcome: String?

    /// "masks: 12000 or 11700 pieces, 48560 CNY, donated".
    public var description: String {
      "\(item): "
        + [quantity ?? "quantity not known", value, terms, outcome].compactMap(\.self).joined(separator: ", ")
    }
  }
}
