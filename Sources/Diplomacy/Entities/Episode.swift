public import Chronology

/// A dated change in a partnership's life, with the label each side gives the status.
public struct Episode: Hashable, Sendable, Identifiable {
  public struct Label: Hashable, Sendable {
    /// Nil when the source gives one label for both sides.
    public let side: String?
    public let text: OneOf<String>
  }

  public let id: EpisodeID
  public let partnership: OneOf<PartnershipID>?
  public let type: OneOf<EpisodeType>?
  public let date: OneOf<EDTF>?
  public let labels: [Label]
  public let hasAgreement: Bool?

  public init(_ resolution: Resolution) {
    id = EpisodeID(resolution.entity.id)
    partnership = resolution.reference("partnership", to: Partnership.self)
    type = resolution.term("type", EpisodeType.self)
    date = resolution.date("date")
    labels = resolution["label"].compactMap { value in
      OneOf(value.claim.alternatives.map(\.description)).map { Label(side: value.claim.side, text: $0) }
    }
    hasAgreement = resolution.boolean("agreement")
  }
}
