extension Schema {
  /// What the rows of the snapshot come to for a reader: a partnership's parties, title, episodes and activity are kept in its one row,
  /// so that a million partnerships are a million rows; here they are tables of their own.
  static let partnershipViews = """
    CREATE VIEW party AS
    SELECT p.id AS partnership, slot.key AS slot, actor.value AS actor, json_extract(slot.value, '$[0]') AS side,
      json_array_length(slot.value) = 2 AS certain
    FROM partnership_row p, json_each(p.parties) slot, json_each(slot.value) actor
    WHERE actor.key > 0;

    CREATE VIEW tie AS
    SELECT ties.actor, partnership.value AS partnership FROM ties, json_each(ties.partnerships) partnership;

    CREATE VIEW partnership AS
    SELECT id, kind, coalesce((
        SELECT group_concat(names, ' – ') FROM (
          SELECT group_concat(coalesce(actor.label, party.value), ' or ') AS names
          FROM json_each(parties) slot, json_each(slot.value) party LEFT JOIN actor ON actor.id = party.value
          WHERE party.key > 0
          GROUP BY slot.key ORDER BY json_extract(slot.value, '$[0]') = 'cn', slot.key)), id) AS title,
      under, established, established_earliest, established_latest, ended, ended_earliest, ended_latest,
      agreement, initiator
    FROM partnership_row;

    CREATE VIEW episode AS
    SELECT id, partnership, type, date, date_earliest, date_latest, agreement, 0 AS stated_with_partnership
    FROM episode_row
    UNION ALL
    SELECT id || '/established', id, 'established', established, established_earliest, established_latest,
      agreement, 1
    FROM partnership_row p
    WHERE established IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode_row e WHERE e.partnership = p.id AND e.type = 'established')
    UNION ALL
    SELECT id || '/ended', id, 'ended', ended, ended_earliest, ended_latest, NULL, 1
    FROM partnership_row p
    WHERE ended IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode_row e WHERE e.partnership = p.id AND e.type = 'ended');

    CREATE VIEW activity AS
    SELECT p.id AS partnership, iif(said.type = 'array', json_extract(said.value, '$[0]'), said.value) AS active,
      'declared' AS basis, NULL AS evidence,
      iif(said.type = 'array', json_extract(said.value, '$[1]'), NULL) AS evidence_earliest,
      iif(said.type = 'array', json_extract(said.value, '$[2]'), NULL) AS evidence_latest
    FROM partnership_row p, json_each(p.declared) said
    UNION ALL
    SELECT p.id, 1, 'event', event.id, date_earliest, date_latest
    FROM partnership_row p JOIN event_partnership ON event_partnership.partnership = p.id
      JOIN event ON event.id = event_partnership.event
    UNION ALL
    SELECT p.id, 1, 'episode', e.id, e.date_earliest, e.date_latest
    FROM partnership_row p JOIN episode e ON e.partnership = p.id
    WHERE e.type IN ('contact', 'established', 'upgraded', 'renamed', 'renewed');
    """
}
