// Reversals that their own sheet could not pair wait here for the transfer that they cancel, whichever source tells it.
import type { Migration } from "./migration.ts";

export const reversals: Migration = {
  version: 110,
  up: `
CREATE TABLE reversal (
  transfer_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  original_id INTEGER
) STRICT;
CREATE INDEX reversal_source ON reversal (source_id);
CREATE INDEX reversal_original ON reversal (original_id) WHERE original_id IS NOT NULL;
INSERT INTO reversal (transfer_id, source_id)
  SELECT id, source_id FROM transfer WHERE state = 0 AND (memo LIKE '%冲正%' OR memo LIKE '%冲销%' OR memo LIKE '%抹账%' OR memo LIKE '%红冲%');`,
};
