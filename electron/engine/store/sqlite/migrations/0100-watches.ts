// What is watched, the alerts that imports raised, and the facts that say them: a fact is told to a watch once.
import type { Migration } from "./migration.ts";

export const watches: Migration = {
  version: 100,
  up: `
CREATE TABLE watch (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL, owner TEXT NOT NULL,
  expires_at INTEGER, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, removed_at INTEGER
) STRICT;
CREATE TABLE alert (
  id INTEGER PRIMARY KEY, watch_id INTEGER NOT NULL REFERENCES watch (id), code TEXT NOT NULL, raised_at INTEGER NOT NULL,
  state TEXT NOT NULL, state_by TEXT, state_at INTEGER, state_reason TEXT NOT NULL
) STRICT;
CREATE INDEX alert_state ON alert (state, id);
CREATE INDEX alert_watch ON alert (watch_id, id);
CREATE TABLE alert_fact (
  id INTEGER PRIMARY KEY, alert_id INTEGER NOT NULL REFERENCES alert (id), watch_id INTEGER NOT NULL, fact TEXT NOT NULL, at INTEGER,
  utc_offset INTEGER NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_fact_once ON alert_fact (watch_id, fact);
CREATE INDEX alert_fact_alert ON alert_fact (alert_id, id);`,
};
