/// An archive as release 0.1.0 left it: its schema, and some of the bundled evidence with a retraction between two batches.
enum Release1 {
  static let sql = #"""
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'edit')),
      file TEXT NOT NULL, file_hash TEXT NOT NULL, mapping_hash TEXT NOT NULL,
      coder TEXT NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z')
    ) STRICT;
    CREATE TABLE source (
      id TEXT PRIMARY KEY, title TEXT NOT NULL,
      issued TEXT, issued_earliest TEXT, issued_latest TEXT,
      csl TEXT NOT NULL CHECK (json_valid(csl)),
      batch INTEGER NOT NULL REFERENCES batch
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE statement (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      batch INTEGER NOT NULL REFERENCES batch,
      kind TEXT NOT NULL CHECK (kind IN ('actor', 'partnership', 'episode', 'event', 'flow', 'observation')),
      entity TEXT NOT NULL CHECK (entity <> ''),
      says TEXT NOT NULL CHECK (json_valid(says)),
      source TEXT NOT NULL REFERENCES source,
      locator TEXT NOT NULL,
      rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
      certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'inferred', 'ambiguous')),
      coder TEXT NOT NULL,
      note TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statement_entity ON statement (entity, kind);
    CREATE INDEX statement_source ON statement (source);
    CREATE TABLE retraction (
      statement INTEGER PRIMARY KEY REFERENCES statement,
      reason TEXT NOT NULL CHECK (reason <> ''),
      coder TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ladder (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL REFERENCES source
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rung (
      ladder TEXT NOT NULL REFERENCES ladder, position INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (ladder, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rung_label (
      ladder TEXT NOT NULL, folded TEXT NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL,
      PRIMARY KEY (ladder, folded),
      FOREIGN KEY (ladder, position) REFERENCES rung
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE lens (
      id INTEGER PRIMARY KEY CHECK (id = 1), policy TEXT NOT NULL, valid_on TEXT, known_at TEXT
    ) STRICT;
    CREATE TRIGGER batch_refuses_update BEFORE UPDATE ON batch
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER batch_refuses_delete BEFORE DELETE ON batch
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER source_refuses_update BEFORE UPDATE ON source
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER source_refuses_delete BEFORE DELETE ON source
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER statement_refuses_update BEFORE UPDATE ON statement
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER statement_refuses_delete BEFORE DELETE ON statement
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER retraction_refuses_update BEFORE UPDATE ON retraction
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER retraction_refuses_delete BEFORE DELETE ON retraction
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER ladder_refuses_update BEFORE UPDATE ON ladder
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER ladder_refuses_delete BEFORE DELETE ON ladder
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER rung_refuses_update BEFORE UPDATE ON rung
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER rung_refuses_delete BEFORE DELETE ON rung
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER rung_label_refuses_update BEFORE UPDATE ON rung_label
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TRIGGER rung_label_refuses_delete BEFORE DELETE ON rung_label
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
    CREATE TABLE actor (
      id TEXT PRIMARY KEY, kind TEXT, name TEXT, label TEXT NOT NULL,
      unnamed INTEGER NOT NULL CHECK (unnamed IN (0, 1)),
      founded TEXT, founded_earliest TEXT, founded_latest TEXT,
      dissolved TEXT, dissolved_earliest TEXT, dissolved_latest TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE name (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      sort TEXT NOT NULL CHECK (sort IN ('name', 'alias', 'code')),
      text TEXT NOT NULL, folded TEXT NOT NULL,
      PRIMARY KEY (actor, sort, text)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX name_folded ON name (folded);
    CREATE TABLE within (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      slot INTEGER NOT NULL, parent TEXT NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      during TEXT, during_earliest TEXT, during_latest TEXT,
      PRIMARY KEY (actor, slot, parent)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX within_parent ON within (parent);
    CREATE TABLE nesting (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      ancestor TEXT NOT NULL, depth INTEGER NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (actor, ancestor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX nesting_ancestor ON nesting (ancestor, actor);
    CREATE TABLE succession (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE, predecessor TEXT NOT NULL,
      PRIMARY KEY (actor, predecessor)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE partnership (
      id TEXT PRIMARY KEY, kind TEXT, title TEXT NOT NULL, under TEXT,
      established TEXT, established_earliest TEXT, established_latest TEXT,
      ended TEXT, ended_earliest TEXT, ended_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1)), initiator TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partnership_established ON partnership (established_earliest, established_latest);
    CREATE INDEX partnership_under ON partnership (under);
    CREATE TABLE party (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      slot INTEGER NOT NULL, actor TEXT NOT NULL, side TEXT, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (partnership, slot, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX party_actor ON party (actor);
    CREATE TABLE inventory (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      source TEXT NOT NULL REFERENCES source,
      PRIMARY KEY (partnership, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inventory_source ON inventory (source, partnership);
    CREATE TABLE activity (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      basis TEXT NOT NULL CHECK (basis IN ('event', 'episode', 'declared')),
      evidence TEXT, evidence_earliest TEXT, evidence_latest TEXT
    ) STRICT;
    CREATE INDEX activity_partnership ON activity (partnership);
    CREATE TABLE episode (
      id TEXT PRIMARY KEY, partnership TEXT, type TEXT,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1)),
      stated_with_partnership INTEGER NOT NULL CHECK (stated_with_partnership IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX episode_partnership ON episode (partnership);
    CREATE TABLE episode_label (
      episode TEXT NOT NULL REFERENCES episode ON DELETE CASCADE,
      side TEXT, label TEXT NOT NULL, folded TEXT NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1))
    ) STRICT;
    CREATE INDEX episode_label_episode ON episode_label (episode);
    CREATE TABLE event (
      id TEXT PRIMARY KEY, type TEXT, title TEXT NOT NULL,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      modality TEXT, outcome TEXT, precedence TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_date ON event (date_earliest, date_latest);
    CREATE TABLE participant (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
      slot INTEGER NOT NULL, actor TEXT NOT NULL, role TEXT, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (event, slot, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participant_actor ON participant (actor);
    CREATE TABLE event_channel (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, channel TEXT NOT NULL, PRIMARY KEY (event, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event_initiative (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, initiative TEXT NOT NULL,
      PRIMARY KEY (event, initiative)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event_partnership (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, partnership TEXT NOT NULL,
      PRIMARY KEY (event, partnership)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_partnership_partnership ON event_partnership (partnership);
    CREATE TABLE flow (
      id TEXT PRIMARY KEY, event TEXT, item TEXT,
      quantity TEXT, quantity_lowest REAL, quantity_highest REAL, unit TEXT,
      value TEXT, value_lowest REAL, value_highest REAL, currency TEXT,
      terms TEXT, outcome TEXT,
      affected TEXT, affected_lowest REAL, affected_highest REAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flow_event ON flow (event);
    CREATE TABLE observation (
      id TEXT PRIMARY KEY, measure TEXT, subject TEXT, area TEXT, topic TEXT,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      value TEXT, value_lowest REAL, value_highest REAL, unit TEXT, base TEXT, inventory TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX observation_measure ON observation (measure);
    CREATE TABLE observation_part (
      observation TEXT NOT NULL REFERENCES observation ON DELETE CASCADE, part TEXT NOT NULL,
      PRIMARY KEY (observation, part)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contradiction (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, entity TEXT NOT NULL, property TEXT NOT NULL, side TEXT,
      type TEXT NOT NULL CHECK (type IN ('existence', 'date', 'level', 'amount', 'activity', 'identity')),
      rule TEXT NOT NULL CHECK (rule IN ('statements', 'sum', 'census', 'mirrored', 'activity'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contradiction_entity ON contradiction (entity, kind);
    CREATE TABLE contradiction_value (
      contradiction TEXT NOT NULL REFERENCES contradiction ON DELETE CASCADE,
      position INTEGER NOT NULL, value TEXT NOT NULL, statement TEXT
    ) STRICT;
    CREATE INDEX contradiction_value_contradiction ON contradiction_value (contradiction);
    CREATE VIRTUAL TABLE search USING fts5 (
      kind UNINDEXED, entity UNINDEXED, text, tokenize = "unicode61 remove_diacritics 0"
    );
    CREATE TABLE search_row (entity TEXT NOT NULL, kind TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (entity, kind))
      STRICT, WITHOUT ROWID;
    CREATE VIEW live_statement AS
    SELECT * FROM statement
    WHERE rank <> 'deprecated'
      AND recorded_at <= coalesce((SELECT known_at FROM lens), recorded_at)
      AND NOT EXISTS (
        SELECT 1 FROM retraction
        WHERE retraction.statement = statement.seq
          AND retraction.recorded_at <= coalesce((SELECT known_at FROM lens), retraction.recorded_at));
    CREATE VIEW claim AS
    SELECT s.id AS statement, s.seq, s.kind, s.entity, p.key AS property, v.value AS value,
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
    INSERT INTO grdb_migrations VALUES ('1');
    INSERT INTO lens VALUES (1, 'undecided', NULL, NULL);
    INSERT INTO batch VALUES (1, 'import', 'sources.json', '', '', '', '2026-11-22T10:24:27.122Z');
    INSERT INTO batch VALUES (2, 'import', 'places.csv', '69d22d72bf8f264167327440ceabee657b0c0912533248f2cadef38cbb9a60d6', 'd70c6ec5626f8d1ac56ca8ab74ad265d75b0d915e79ffb7a992b0a0e817c7a7f', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO batch VALUES (11, 'import', 'survey_starts.csv', 'cb6c7f2486ba67a89326b94cfda5213506486d1f2b1c7d4e185c38a4fc28c037', '9c9877d0c0189a8b5da6a19b7ee489fe84a8d0ecb6b9778aee81c1cc82985791', '', '2026-11-22T10:24:27.422Z');
    INSERT INTO batch VALUES (12, 'edit', '', '', '', 'kim', '2026-11-22T10:30:00.000Z');
    INSERT INTO source VALUES ('iso-3166', 'Codes for the representation of names of countries and their subdivisions', '2020', '2020-01-01', '2020-12-31', '{"author":[{"literal":"International Organization for Standardization"}],"id":"iso-3166","issued":{"date-parts":[[2020]]},"note":"As in Debian''s iso-codes 4.15; Chinese names and other register facts of places are cited from here.","number":"ISO 3166-1:2020; ISO 3166-2:2020","title":"Codes for the representation of names of countries and their subdivisions","type":"standard"}', 1);
    INSERT INTO source VALUES ('kaminski-2019', 'The Subnational Dimension of EU-China Relations', '2019', '2019-01-01', '2019-12-31', '{"author":[{"family":"Kamiński","given":"T."}],"id":"kaminski-2019","issued":{"date-parts":[[2019]]},"language":"en","note":"The seed text carries no imprint: the year and the first author follow from the identifier and the text (a book announced for 2020; interviews of 2017–2019; project 2015/19/B/HS5/02534 of the National Science Centre).","publisher":"Polish Institute of International Affairs; University of Łódź","title":"The Subnational Dimension of EU-China Relations","type":"report"}', 1);
    INSERT INTO statement VALUES (2, 's-p20r4gnspj5e', 2, 'actor', 'cn', '{"alias":["People''s Republic of China","PRC","中国","中华人民共和国"],"code":["CN","CHN"],"kind":["state"],"name":["China"]}', 'iso-3166', 'ISO 3166-1', 'normal', 'stated', '', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO statement VALUES (5, 's-ks0pb0a4gvq7', 2, 'actor', 'de', '{"alias":["Deutschland","Federal Republic of Germany"],"code":["DE","DEU"],"kind":["state"],"name":["Germany"]}', 'iso-3166', 'ISO 3166-1', 'normal', 'stated', '', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO statement VALUES (52, 's-0yqdx30x657w', 2, 'actor', 'cn-beijing', '{"alias":["北京","北京市","Pekin","Peking"],"code":["CN-BJ"],"kind":["provincial-level city"],"name":["Beijing"],"within":["cn"]}', 'iso-3166', 'ISO 3166-2', 'normal', 'stated', '', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO statement VALUES (150, 's-8xgthwwy93ad', 2, 'actor', 'de-berlin', '{"code":["DE-BE"],"kind":["region"],"name":["Berlin"],"within":["de"]}', 'iso-3166', 'ISO 3166-2', 'normal', 'stated', '', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO statement VALUES (206, 's-6j6gn30h0wta', 2, 'actor', 'de-berlin', '{"kind":["region"],"name":["Berlin"],"succeeds":["de-east-berlin"]}', 'kaminski-2019', '2.5, L2628-2630', 'normal', 'stated', '', '', '2026-11-22T10:24:27.145Z');
    INSERT INTO statement VALUES (875, 's-z0s55p749yn3', 11, 'partnership', 'de-berlin+cn-beijing', '{"established":["[1982..1989]"],"inventory":["kaminski-2019"],"party":[{"side":"cn","value":"cn-beijing"}]}', 'kaminski-2019', 'Table 4, L970-1112', 'normal', 'stated', '', '', '2026-11-22T10:24:27.422Z');
    INSERT INTO statement VALUES (1105, 's-4ne29qrq9g40', 12, 'observation', 'obs-countries-studied', '{"measure":["countries studied"],"unit":["countries"],"value":["6"]}', 'kaminski-2019', 'Introduction, L11-12', 'normal', 'stated', '', '', '2026-11-22T10:30:00.000Z');
    INSERT INTO retraction VALUES (875, 'acceptance', '', '2026-11-22T10:25:15.876Z');
    INSERT INTO ladder VALUES ('survey', 'Labels of the partnerships in the survey report', 'kaminski-2019');
    INSERT INTO rung VALUES ('survey', 0, 'comprehensive');
    INSERT INTO rung VALUES ('survey', 1, 'strategic');
    INSERT INTO rung VALUES ('survey', 2, 'comprehensive strategic');
    INSERT INTO rung VALUES ('survey', 3, 'comprehensive strategic, later forms');
    INSERT INTO rung_label VALUES ('survey', 'close and permanent comprehensive strategic partnership for a new era', 3, 'Close and permanent comprehensive strategic partnership for a new era');
    INSERT INTO rung_label VALUES ('survey', 'comprehensive partnership', 0, 'Comprehensive partnership');
    INSERT INTO rung_label VALUES ('survey', 'comprehensive strategic partnership', 2, 'Comprehensive strategic partnership');
    INSERT INTO rung_label VALUES ('survey', 'comprehensive strategic partnership for a new era', 3, 'Comprehensive strategic partnership for a new era');
    INSERT INTO rung_label VALUES ('survey', 'global, integrated strategic partnership for the 21st century', 3, 'Global, integrated strategic partnership for the 21st century');
    INSERT INTO rung_label VALUES ('survey', 'partnership in global responsibility as part of the china-eu strategic partnership', 1, 'Partnership in global responsibility as part of the China-EU strategic partnership');
    INSERT INTO rung_label VALUES ('survey', 'stable, friendly, long-term and sustainable strategic partnership', 1, 'Stable, friendly, long-term and sustainable strategic partnership');
    INSERT INTO rung_label VALUES ('survey', 'strategic partnership', 1, 'Strategic partnership');
    INSERT INTO rung_label VALUES ('survey', 'strategic partnership of mutual benefits', 1, 'Strategic partnership of mutual benefits');
    INSERT INTO actor VALUES ('de-berlin', 'region', 'Berlin', 'Berlin', 0, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO name VALUES ('de-berlin', 'code', 'DE-BE', 'de-be');
    INSERT INTO name VALUES ('de-berlin', 'name', 'Berlin', 'berlin');
    INSERT INTO search VALUES ('actor', 'de-berlin', 'berlin');
    INSERT INTO search_row VALUES ('de-berlin', 'actor', 1);
    PRAGMA application_id = 1162761300; PRAGMA user_version = 1;
    """#
}
