// Which rejected row stands put right in which source, and what was changed; sources that were taken out and wait to be cleared away; the lines above a heading;
// and for a source that was read anew the number that its entities without a key go by, so that charts and decisions still find them.
import type { Migration } from "./migration.ts";

export const corrections: Migration = {
  version: 160,
  up: `
CREATE TABLE correction (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE, row INTEGER NOT NULL,
  fixed_id INTEGER REFERENCES source (id) ON DELETE CASCADE, fixed_row INTEGER, changes TEXT NOT NULL,
  by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_row ON correction (source_id, row);
CREATE INDEX correction_fixed ON correction (fixed_id);
ALTER TABLE source ADD COLUMN banner TEXT NOT NULL DEFAULT '{}';
ALTER TABLE source ADD COLUMN removed_at INTEGER;
CREATE INDEX source_removed ON source (id) WHERE removed_at IS NOT NULL;
ALTER TABLE source ADD COLUMN key_id INTEGER;`,
};
