// What each match was asked with and when, and which tables the last run knew: so that only what is new or changed is matched again.
import type { Migration } from "./migration.ts";

export const addressFollow: Migration = {
  version: 230,
  up: `
ALTER TABLE address_run ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE address_match ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE address_match ADD COLUMN matched_version INTEGER NOT NULL DEFAULT 0;
CREATE INDEX address_match_version ON address_match (matched_version);`,
};
