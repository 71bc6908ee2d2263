// Sets of looks that a unit keeps with the workspace, by name.
import type { Migration } from "./migration.ts";

export const chartLooks: Migration = {
  version: 140,
  up: "CREATE TABLE chart_looks (name TEXT PRIMARY KEY, rules TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
};
