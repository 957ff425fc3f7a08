extension Dossier {
  /// A partnership in brief.
  public struct Tie: Hashable, Sendable {
    /// How it stands to the partnership that the dossier is of.
    public enum Place: Hashable, Sendable {
      /// The partnership itself; in the dossier of anything else, all its ties are.
      case own
      /// The dossier's partnership stands under it.
      case above
      /// It stands under the dossier's partnership.
      case below
    }

    public let id: String
    public let title: String
    public let place: Place
    public let parties: [Party]
    public let facts: [Fact]
    public let episodes: [Episode]
  }

  /// A seat at a partnership's table, and who sits there or may.
  public struct Party: Hashable, Sendable {
    public let side: String?
    /// Several where it is one of them.
    public let actors: [Named]
  }

  /// A dated change in a partnership's life.
  public struct Episode: Hashable, Sendable, CustomStringConvertible {
    /// As EDTF; nil when nothing is said.
    public let date: String?
    /// The first and the last day that the date can mean; nil where it has no bound.
    public let earliest: String?
    public let latest: String?
    public let type: String
    public let labels: [Label]

    /// What a side calls the status.
    public struct Label: Hashable, Sendable {
      /// Nil where the source gives one label for both.
      public let side: String?
      public let text: String
    }

    /// "2004  upgraded: Comprehensive strategic partnership".
    public var description: String {
      "\(date ?? "undated")  \(type)"
        + (labels.isEmpty ? "" : ": " + labels.map(\.text).joined(separator: " or "))
    }
  }
}
