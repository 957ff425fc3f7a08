extension Schema {
  /// The log as it is heard through the lens: which batches count, what they brought, and every claim as a row.
  static let record = """
    CREATE TABLE unheard (batch INTEGER PRIMARY KEY REFERENCES batch) STRICT;

    CREATE VIEW source AS
    SELECT id, title, issued, issued_earliest, issued_latest, csl FROM source_entry
    WHERE EXISTS (
      SELECT 1 FROM source_delivery d WHERE d.entry = seq AND d.batch NOT IN (SELECT batch FROM unheard));

    CREATE VIEW ladder AS
    SELECT id, title, source FROM ladder_entry
    WHERE EXISTS (
      SELECT 1 FROM ladder_delivery d WHERE d.entry = seq AND d.batch NOT IN (SELECT batch FROM unheard));

    CREATE VIEW rung AS
    SELECT l.id AS ladder, r.key AS position, r.value ->> 'name' AS name
    FROM ladder_entry l, json_each(l.rungs) r
    WHERE l.seq IN (SELECT entry FROM ladder_delivery WHERE batch NOT IN (SELECT batch FROM unheard));

    CREATE VIEW rung_label AS
    SELECT l.id AS ladder, t.value ->> 'folded' AS folded, r.key AS position, t.value ->> 'label' AS label
    FROM ladder_entry l, json_each(l.rungs) r, json_each(r.value, '$.labels') t
    WHERE l.seq IN (SELECT entry FROM ladder_delivery WHERE batch NOT IN (SELECT batch FROM unheard));

    CREATE VIEW delivery AS
    SELECT seq, seq AS statement, batch FROM statement
    UNION ALL
    SELECT seq, statement, batch FROM redelivery;

    CREATE VIEW heard_statement AS
    SELECT * FROM (
      SELECT s.seq,
        CASE WHEN s.batch NOT IN (SELECT batch FROM unheard) THEN s.seq
          ELSE (SELECT min(r.seq) FROM redelivery r
            WHERE r.statement = s.seq AND r.batch NOT IN (SELECT batch FROM unheard)) END AS place,
        CASE WHEN s.batch NOT IN (SELECT batch FROM unheard) THEN s.batch
          ELSE (SELECT min(r.batch) FROM redelivery r
            WHERE r.statement = s.seq AND r.batch NOT IN (SELECT batch FROM unheard)) END AS batch,
        s.id, s.kind, s.entity, s.says, s.source, s.locator, s.rank, s.certainty, s.coder, s.note
      FROM statement s)
    WHERE place IS NOT NULL;

    CREATE VIEW live_statement AS
    SELECT * FROM heard_statement
    WHERE rank <> 'deprecated'
      AND NOT EXISTS (
        SELECT 1 FROM retraction
        WHERE retraction.statement = heard_statement.seq
          AND retraction.batch NOT IN (SELECT batch FROM unheard));

    CREATE VIEW claim AS
    SELECT s.id AS statement, s.place, s.kind, s.entity, p.key AS property, v.value AS value,
      json_array_length(CASE WHEN c.type = 'object' AND json_type(c.value, '$.value') = 'array'
        THEN json_extract(c.value, '$.value') ELSE '[0]' END) = 1 AS certain,
      CASE WHEN c.type = 'object' THEN json_extract(c.value, '$.side') END AS side,
      CASE WHEN c.type = 'object' THEN json_extract(c.value, '$.role') END AS role,
      CASE WHEN c.type = 'object' THEN json_extract(c.value, '$.during') END AS during,
      s.source, s.locator, s.rank, s.certainty
    FROM live_statement s, json_each(s.says) p, json_each(p.value) c,
      json_each(CASE
        WHEN c.type <> 'object' THEN json_array(c.value)
        WHEN json_type(c.value, '$.value') = 'array' THEN json_extract(c.value, '$.value')
        ELSE json_array(json_extract(c.value, '$.value')) END) v;
    """
}
