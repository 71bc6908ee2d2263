// Work with other units: bundles that came and went, and what each brought. A source of another unit keeps its origin, by which both know the same sheet.
import type { Migration } from "./migration.ts";

export const exchange: Migration = {
  version: 190,
  up: `
CREATE TABLE bundle (
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL, direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), kind TEXT NOT NULL, unit TEXT NOT NULL,
  subject TEXT NOT NULL, "of" TEXT NOT NULL, title TEXT NOT NULL, written_at TEXT NOT NULL, is_masked INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
  rows INTEGER NOT NULL, decisions INTEGER NOT NULL, watches INTEGER NOT NULL, content TEXT NOT NULL, removed_at INTEGER
) STRICT;
CREATE INDEX bundle_hash ON bundle (hash);
CREATE TABLE bundle_source (
  source_id INTEGER PRIMARY KEY, bundle_id INTEGER NOT NULL REFERENCES bundle (id), unit TEXT NOT NULL, origin TEXT NOT NULL, key_origin TEXT NOT NULL,
  entry TEXT, stored INTEGER NOT NULL, told TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_source_origin ON bundle_source (origin);
CREATE TABLE bundle_decision (
  decision_id INTEGER PRIMARY KEY, bundle_id INTEGER NOT NULL REFERENCES bundle (id), unit TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE bundle_thing (
  kind TEXT NOT NULL, name TEXT NOT NULL, bundle_id INTEGER NOT NULL REFERENCES bundle (id), unit TEXT NOT NULL, PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_left (origin TEXT NOT NULL, row INTEGER NOT NULL, hash TEXT NOT NULL, bundle_id INTEGER NOT NULL, PRIMARY KEY (origin, row, hash)) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_seen (origin TEXT NOT NULL, bundle_id INTEGER NOT NULL, told TEXT NOT NULL, PRIMARY KEY (origin, bundle_id)) STRICT, WITHOUT ROWID;`,
};
