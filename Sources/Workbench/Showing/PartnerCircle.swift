public import Archive
public import Diplomacy

/// The actors that an actor is partnered with, and with whom each of these is partnered besides.
public struct PartnerCircle: Hashable, Sendable {
  public struct Partner: Hashable, Sendable {
    public let actor: Dossier.Named
    /// How many partnerships it is, or may be, a party to; that with the actor itself included.
    public let partnerships: Int
    /// Some of its other partners, in the order in which its partnerships are recorded.
    public let others: [Dossier.Named]
    /// Whether there may be more of them.
    public let hasMore: Bool
  }

  /// Those with the most partnerships first, then by what they are called.
  public let partners: [Partner]

  /// - Parameters:
  ///   - partnershipLimit: how many of the actor's partnerships are looked at.
  ///   - otherLimit: how many of a partner's other partners are named.
  public init(
    of actor: ActorID, in archive: ArchiveStore, partnershipLimit: Int = 100, otherLimit: Int = 8
  ) throws {
    let rows = try archive.query(
      """
      SELECT p.actor, coalesce(a.label, p.actor),
        (SELECT json_array_length(partnerships) FROM ties WHERE ties.actor = p.actor) AS number
      FROM (SELECT DISTINCT party.actor FROM (
          SELECT partnership FROM tie WHERE actor = :id LIMIT CAST(:limit AS INTEGER)) own
        JOIN party ON party.partnership = own.partnership WHERE party.actor <> :id) p
      LEFT JOIN actor a ON a.id = p.actor ORDER BY number DESC, 2, 1
      """, ["id": actor.text, "limit": String(partnershipLimit)]
    ).rows
    partners = try rows.map { row in
      let others = try archive.query(
        """
        SELECT DISTINCT party.actor, coalesce(a.label, party.actor)
        FROM tie JOIN party ON party.partnership = tie.partnership LEFT JOIN actor a ON a.id = party.actor
        WHERE tie.actor = :partner AND party.actor NOT IN (:partner, :id) LIMIT CAST(:limit AS INTEGER)
        """, ["partner": row[0].text, "id": actor.text, "limit": String(otherLimit + 1)]
      ).rows.map { Dossier.Named(id: $0[0].text, text: $0[1].text) }
      return Partner(
        actor: Dossier.Named(id: row[0].text, text: row[1].text), partnerships: Int(row[2].number ?? 0),
        others: Array(others.prefix(otherLimit)), hasMore: others.count > otherLimit)
    }
  }
}
