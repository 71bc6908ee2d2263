// Pairs scored anew after people were merged or parted stand in place of the run's; what they replaced waits beside them, to be put back.
import type { Migration } from "./migration.ts";

export const followedPairs: Migration = {
  version: 130,
  up: `
CREATE TABLE link_pair_aside (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, bits REAL NOT NULL, posterior REAL NOT NULL,
  strength TEXT NOT NULL, basis TEXT NOT NULL, kinds TEXT NOT NULL, score BLOB
) STRICT;
CREATE TABLE link_followed (run_id INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (run_id, a, b)) STRICT, WITHOUT ROWID;`,
};
