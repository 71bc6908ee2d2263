// The head of a meeting's minutes: when and where it was held, who chaired it, attended it and kept its record.
import type { Migration } from "./migration.ts";

export const meetings: Migration = {
  version: 280,
  up: `
CREATE TABLE meeting (
  board TEXT PRIMARY KEY, held TEXT NOT NULL, place TEXT NOT NULL, chair TEXT NOT NULL, attendance TEXT NOT NULL, recorder TEXT NOT NULL,
  by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`,
};
