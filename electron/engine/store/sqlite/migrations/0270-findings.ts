// What other units found: a series or a ring by its unit and number, every telling of it with the bundle that brought it, and what was judged of it here.
import type { Migration } from "./migration.ts";

export const findings: Migration = {
  version: 270,
  up: `
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('series', 'ring')), unit TEXT NOT NULL, number TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'adopted', 'apart')), state_reason TEXT NOT NULL DEFAULT '', state_by TEXT NOT NULL DEFAULT '',
  state_at INTEGER, UNIQUE (kind, unit, number)
) STRICT;
CREATE TABLE finding_telling (
  finding_id INTEGER NOT NULL REFERENCES finding (id), bundle_id INTEGER NOT NULL REFERENCES bundle (id), found_at INTEGER NOT NULL, title TEXT NOT NULL,
  detail TEXT NOT NULL, PRIMARY KEY (finding_id, bundle_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_decision (
  decision_id INTEGER PRIMARY KEY, finding_id INTEGER NOT NULL REFERENCES finding (id)
) STRICT;`,
};
