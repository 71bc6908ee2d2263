// Method packs of the workspace's own, what the tests of all packs found, and the runs with the lists that they gave.
import type { Migration } from "./migration.ts";

export const packs: Migration = {
  version: 200,
  up: `
CREATE TABLE pack (
  id TEXT PRIMARY KEY, text TEXT NOT NULL, hash TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pack_test (
  hash TEXT PRIMARY KEY, result TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pack_run (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, hash TEXT NOT NULL, data_version INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
  summary TEXT NOT NULL, lists TEXT NOT NULL
) STRICT;
CREATE INDEX pack_run_pack ON pack_run (pack, id);`,
};
