// Transfers of which a source knows one end only: found fast when another source tells the other end, and what the first one said is kept then.
import type { Migration } from "./migration.ts";

export const halfKnownTransfers: Migration = {
  version: 90,
  up: `
ALTER TABLE transfer ADD COLUMN own_told TEXT NOT NULL DEFAULT '';
CREATE INDEX transfer_completed ON transfer (source_id) WHERE own_told <> '';
CREATE INDEX transfer_half_from ON transfer (from_id, at) WHERE to_id IS NULL;
CREATE INDEX transfer_half_to ON transfer (to_id, at) WHERE from_id IS NULL;
CREATE INDEX transfer_half_reference ON transfer (reference) WHERE reference <> '' AND (from_id IS NULL OR to_id IS NULL);
CREATE INDEX event_source_source ON event_source (source_id, kind);`,
};
