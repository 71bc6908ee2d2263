// Rings of the last run, each as one document; the ring run says of which data and which series.
import type { Migration } from "./migration.ts";

export const rings: Migration = {
  version: 50,
  up: `
CREATE TABLE ring_run (
  id INTEGER PRIMARY KEY, group_run_id INTEGER NOT NULL, data_version INTEGER NOT NULL, at INTEGER NOT NULL, last_number INTEGER NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE TABLE ring (
  run_id INTEGER NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;`,
};
