// Reports that are being composed: the draft as one document.
import type { Migration } from "./migration.ts";

export const reports: Migration = {
  version: 150,
  up: `CREATE TABLE report (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, document TEXT NOT NULL, saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`,
};
