// Sources that are stored while what they brought to series and watches is still to be told: an import can end in between.
import type { Migration } from "./migration.ts";

export const untoldSources: Migration = {
  version: 260,
  up: `
ALTER TABLE source ADD COLUMN is_untold INTEGER NOT NULL DEFAULT 0;
CREATE INDEX source_untold ON source (id) WHERE is_untold = 1;`,
};
