public import Archive
public import Diplomacy

/// Where the labels of a partnership stand on the ladders on record.
public struct LadderSteps: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    /// The label as the source gives it.
    public let label: String
    public let ladder: String
    /// The ladder's title.
    public let title: String
    public let rung: String
    /// 1 the lowest.
    public let position: Int
    /// How many rungs the ladder has.
    public let height: Int
  }

  /// A label that no ladder ranks has none, one that several rank has one for each.
  public let steps: [Step]

  public init(of partnership: PartnershipID, in archive: ArchiveStore) throws {
    steps = try archive.query(
      """
      SELECT DISTINCT l.label, r.ladder, ladder.title, rung.name, r.position + 1,
        (SELECT count(*) FROM rung all_rungs WHERE all_rungs.ladder = r.ladder)
      FROM episode_row e JOIN episode_label l ON l.episode = e.id JOIN rung_label r ON r.folded = l.folded
        JOIN ladder ON ladder.id = r.ladder JOIN rung ON rung.ladder = r.ladder AND rung.position = r.position
      WHERE e.partnership = :id ORDER BY e.date_earliest, l.label, r.ladder
      """, ["id": partnership.text]
    ).rows.map { row in
      Step(
        label: row[0].text, ladder: row[1].text, title: row[2].text, rung: row[3].text,
        position: Int(row[4].number ?? 0), height: Int(row[5].number ?? 0))
    }
  }

  public func steps(of label: String) -> [Step] { steps.filter { $0.label == label } }
}
