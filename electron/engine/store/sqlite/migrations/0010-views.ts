// The documented views of `query` (docs/calls.md): times ISO with the source's offset, money as integers in 1/100. They never show a source that is loading.

const ready = "NOT IN (SELECT id FROM source WHERE state = 'loading')";

/** Plain SQL: with trusted_schema off a view may not call a function of ours. `s` is the source. */
const isoTime = (column: string) =>
  `strftime('%Y-%m-%dT%H:%M:%S', ${column} / 1000 + s.utc_offset * 60, 'unixepoch') || printf('%+03d:%02d', s.utc_offset / 60, abs(s.utc_offset) % 60)`;

const event = (kind: string, table: string) =>
  `SELECT '${kind}' || ':' || e.id AS id, '${kind}' AS kind, ${isoTime("e.at")} AS at, e.source_id, e.row FROM ${table} e JOIN source s ON s.id = e.source_id AND s.state = 'ready'`;

const attributeOfCase = (name: string) =>
  `(SELECT a.value FROM attribute a WHERE a.entity_id = c.id AND a.name = '${name}' AND a.source_id ${ready} ORDER BY a.id LIMIT 1)`;

export const views = `
CREATE VIEW v_source AS SELECT id, name, sheet, row_kind, read, stored, rejected, skipped, twins, sha256, size, layout FROM source WHERE state = 'ready';
CREATE VIEW v_entity AS SELECT id, kind, key, label, source_id, row FROM entity WHERE source_id ${ready};
CREATE VIEW v_attribute AS SELECT entity_id, name, value, source_id, row, origin FROM attribute WHERE source_id ${ready};
CREATE VIEW v_link AS SELECT l.id, l.kind, l.from_id, l.to_id, l.directed, ${isoTime("l.at")} AS at, l.weight, l.source_id, l.row, l.role, l.origin,
  ${isoTime("l.until")} AS until FROM link l JOIN source s ON s.id = l.source_id AND s.state = 'ready';
CREATE VIEW v_transfer AS SELECT e.id, ${isoTime("e.at")} AS at, e.from_id, e.to_id, e.amount_fen, e.currency, e.channel, e.reference, e.memo,
  e.source_id, e.row, e.balance_fen, CASE e.state WHEN 0 THEN 'done' WHEN 1 THEN 'failed' WHEN 2 THEN 'reversed' WHEN 3 THEN 'reversal' ELSE 'neutral' END AS state
  FROM transfer e JOIN source s ON s.id = e.source_id AND s.state = 'ready';
CREATE VIEW v_call AS SELECT e.id, ${isoTime("e.at")} AS at, e.from_id, e.to_id, e.seconds, e.place_id, e.source_id, e.row, e.medium, e.device_id
  FROM call e JOIN source s ON s.id = e.source_id AND s.state = 'ready';
CREATE VIEW v_stay AS SELECT e.id, ${isoTime("e.at")} AS at, ${isoTime("e.until")} AS until, e.person_id, e.place_id, e.source_id, e.row, e.room
  FROM stay e JOIN source s ON s.id = e.source_id AND s.state = 'ready';
CREATE VIEW v_capture AS SELECT e.id, ${isoTime("e.at")} AS at, NULL AS until, e.device_id, e.place_id, e.source_id, e.row
  FROM capture e JOIN source s ON s.id = e.source_id AND s.state = 'ready';
CREATE VIEW v_login AS SELECT e.id, ${isoTime("e.at")} AS at, e.account_id, e.address_id, e.device_id, e.source_id, e.row
  FROM login e JOIN source s ON s.id = e.source_id AND s.state = 'ready';
CREATE VIEW v_event AS ${["transfer", "call", "stay", "capture", "login"].map((kind) => event(kind, kind)).join(" UNION ALL ")};
CREATE VIEW v_case AS SELECT c.id, c.key AS number, ${attributeOfCase("case.type")} AS type, ${attributeOfCase("case.from")} AS from_at,
  ${attributeOfCase("case.until")} AS to_at,
  (SELECT l.to_id FROM link l WHERE l.from_id = c.id AND l.kind = 'at-place' AND l.source_id ${ready} ORDER BY l.id LIMIT 1) AS place_id,
  CAST(round(100 * ${attributeOfCase("case.loss")}) AS INTEGER) AS loss_fen,
  (SELECT m.series FROM series_member m WHERE m."case" = c.key AND m.run_id = (SELECT max(id) FROM group_run) AND m.state <> 'waiting' LIMIT 1) AS series
  FROM entity c WHERE c.kind = 'case' AND c.source_id ${ready};`;
