// What each source itself says: its name for an entity, its version of an event told before. Without them a source could not be taken out exactly.
import type { Migration } from "./migration.ts";

export const tellings: Migration = {
  version: 20,
  up: `
ALTER TABLE entity_source ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE event_source ADD COLUMN told TEXT NOT NULL DEFAULT '';`,
};
