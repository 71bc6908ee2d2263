// Charts as they are worked on: the document with its history, so that undo survives a restart; named snapshots; attachments by their hash.
import type { Migration } from "./migration.ts";

export const chartWork: Migration = {
  version: 80,
  up: `
CREATE TABLE chart_work (
  chart TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  done INTEGER NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_step (
  chart TEXT NOT NULL,
  number INTEGER NOT NULL,
  step TEXT NOT NULL,
  PRIMARY KEY (chart, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_snapshot (
  chart TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  by TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (chart, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE chart_attachment (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
`,
};
